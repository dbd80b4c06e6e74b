// Mail: Internet messages (RFC 5322) and MIME parts (RFC 2045–2049) as values.
//
// `Message` reads: it takes any bytes, never throws and never trusts a number that a sender wrote.
// `Letter` writes: plain text only, and it refuses whatever could smuggle in a header field.
// Nothing here opens a file, asks the time, or looks anything up.
