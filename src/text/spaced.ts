/** Chinese sets a space between words and a number, `为 14 秒前的数据`, and none between words. */
export const spaced = (words: string): string => words.replace(/^\d/, ' $&');
