// The link that connects whoever opens it with the peer of that id. What stands after the # is not sent to any server.
export const linkTo = (id) => `${location.origin}${location.pathname}#${encodeURIComponent(id)}`;

// The id in such a link, or in what somebody took for one; an id alone is one, too. Empty if there is none.
export const idIn = (text) => {
  const id = text.trim().split("#").at(-1);
  try {
    return decodeURIComponent(id);
  } catch {
    return id; // a lone % in it
  }
};
