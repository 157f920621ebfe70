/** The settings page. */
export const zh = {
  kept: '在这台设备上记一年，不用登录，也不记您是谁。',
  language: '语言',
  mode: { label: '字号', hint: '大字版的页面和内容一样：字更大、按钮更大，没有弹出的窗口。', options: { normal: '标准', care: '大字版（长辈版）' } },
  contrast: { label: '对比度', hint: '看不太清时选“高对比”。', options: { device: '跟随设备', high: '高对比' } },
  colours: { label: '深色和浅色', hint: '晚上或怕光时，深色更舒服。', options: { device: '跟随设备', light: '浅色', dark: '深色' } },
};
export const en: typeof zh = {
  kept: 'Kept on this device for a year; no sign-in, and nothing about who you are.',
  language: 'Language',
  mode: { label: 'Size', hint: 'Large mode has the same pages and content: larger letters and buttons, and nothing that pops up.', options: { normal: 'Standard', care: 'Large' } },
  contrast: { label: 'Contrast', hint: 'Choose high contrast if the letters look faint.', options: { device: 'As the device says', high: 'High contrast' } },
  colours: { label: 'Light or dark', hint: 'Dark is easier at night and on sensitive eyes.', options: { device: 'As the device says', light: 'Light', dark: 'Dark' } },
};
