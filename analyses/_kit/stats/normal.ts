/** Standard deviations of a normal distribution either side of its mean that hold 95 percent of it. */
export const z95 = 1.959963984540054;
