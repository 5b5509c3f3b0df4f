/** The id of a letter, which is also its address: the folder of its year and its name, `2019/cppcc-12-2-283`. */
export const letterId = /^(\d{4})\/([a-z0-9]+(?:-[a-z0-9]+)*)$/;
