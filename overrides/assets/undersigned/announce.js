// A notice above the page that the reader dismissed stays away until its words change.
{
  const notice = document.querySelector("[data-md-component=announce]");
  const words = notice?.querySelector(".md-typeset");
  if (words && __md_hash(words.innerHTML) === __md_get("__announce")) notice.hidden = true;
}
