/** Pages of rows as the service answers them, as many as a test or a measurement wants. */

const rowsInPage = 2500;

/** Answers of 2500 rows of a data extension each, with the columns a to e; each cell holds the number of its row. */
export function manyAnswers(pages: number): readonly string[] {
  return Array.from({ length: pages }, (_, page) => {
    const rows = Array.from({ length: rowsInPage }, (_unused, index) => row(page * rowsInPage + index));
    const status = page === pages - 1 ? 'OK' : 'MoreDataAvailable';
    return `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soap:Body><RetrieveResponseMsg xmlns="http://exacttarget.com/wsdl/partnerAPI"><OverallStatus>${status}</OverallStatus><RequestID>r</RequestID>${rows.join('')}</RetrieveResponseMsg></soap:Body></soap:Envelope>`;
  });
}

function row(number: number): string {
  const cells = ['a', 'b', 'c', 'd', 'e'].map(
    (name) => `<Property><Name>${name}</Name><Value>${String(number)}</Value></Property>`,
  );
  return `<Results xsi:type="DataExtensionObject"><PartnerKey xsi:nil="true"/><ObjectID xsi:nil="true"/><Properties>${cells.join('')}</Properties></Results>`;
}
