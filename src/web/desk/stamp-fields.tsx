/** What a form of the desk sends along, so that it acts once and on what she saw: its key, and how many events she had seen. */
export const StampFields = ({ stamp }: { stamp: { key: string; seen: number } }) => (
  <>
    <input type="hidden" name="key" value={stamp.key} />
    <input type="hidden" name="seen" value={`${stamp.seen}`} />
  </>
);
