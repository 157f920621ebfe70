/** Payments by case, for comparing them with the record. */
export default /* sql */ `
create index payment_case on payment (case_id);
`;
