/** Names what is pasted: a picture from the clipboard has no name of its own, browsers call each of them "image.png". */
export const namedAsPasted =
  (say: (time: string) => string, now = new Date()) =>
  ({ name, type }: File): string => {
    if (!/^image\.\w+$/.test(name) || !type.startsWith("image/")) return name;
    const two = (value: number) => String(value).padStart(2, "0");
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    const time = `${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
    return `${say(`${day} ${time}`)}${name.slice(name.lastIndexOf("."))}`;
  };
