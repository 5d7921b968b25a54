/**
 * JSON for a `<script>` that holds data. It is no script to the Content-Security-Policy (HTML, "data block"), but it ends
 * where `</script` stands, whatever stands around it: so no `<` is left in it.
 */
export const dataBlock = (data: object): string => JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
