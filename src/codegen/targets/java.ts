/** A program for Java with the classes that Axis2 generates (ADB). */
import type { Catalogue } from '../../catalogue/index.ts';
import { fixedText, heading, textExpression } from '../environment.ts';
import type { CodeElement } from '../request.ts';
import { kindOf, type Kind } from '../shape.ts';
import { Statements, type StatementSyntax } from '../statements.ts';
import type { Target } from '../target.ts';

export const java: Target = {
  id: 'java-axis2',
  label: 'Java (Axis2)',
  detail: 'classes of wsdl2java',
  language: 'java',
  ending: 'java',
  write: (request) => {
    const { operation, catalogue, message } = request;
    const statements = new Statements(request, javaSyntax(catalogue));
    const variable = statements.expression({ ...message, type: message.name });
    const response = catalogue.operation(operation)?.response ?? 'Object';
    const method = operation.charAt(0).toLowerCase() + operation.slice(1);
    const comment = heading(
      request,
      'Classes: wsdl2java.sh -uri https://SUBDOMAIN.soap.marketingcloudapis.com/etframework.wsdl -u -p marketingcloud -d adb',
    );
    return `${comment.map((line) => `// ${line}`).join('\n')}
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.exacttarget.wsdl.partnerapi.*;
import marketingcloud.PartnerAPIStub;
import org.apache.axiom.om.OMAbstractFactory;
import org.apache.axiom.om.OMElement;
import org.apache.axiom.om.OMFactory;
import org.apache.axis2.databinding.utils.ConverterUtil;

public final class Request {
    public static void main(String[] arguments) throws Exception {
        String access = signIn();
        PartnerAPIStub stub = new PartnerAPIStub(member(access, "soap_instance_url").replaceAll("/$", "") + "/Service.asmx");
        OMFactory factory = OMAbstractFactory.getOMFactory();
        OMElement token = factory.createOMElement("fueloauth", factory.createOMNamespace("http://exacttarget.com", ""));
        token.setText(member(access, "access_token"));
        stub._getServiceClient().addHeader(token);

${statements.lines.map((line) => `        ${line}`).join('\n')}

        ${response} answer = stub.${method}(${variable});
        System.out.println(answer.getOMElement(${response}.MY_QNAME, factory));
    }

    private static String signIn() throws Exception {
        String grant = "grant_type=client_credentials&client_id=" + form("MC_CLIENT_ID")
            + "&client_secret=" + form("MC_CLIENT_SECRET")
            + (System.getenv("MC_ACCOUNT_ID") == null ? "" : "&account_id=" + form("MC_ACCOUNT_ID"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("MC_AUTH_URL").replaceAll("/$", "") + "/v2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(grant))
            .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("No token: " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static String form(String name) {
        return URLEncoder.encode(System.getenv(name), StandardCharsets.UTF_8);
    }

    private static String member(String json, String name) {
        Matcher matcher = Pattern.compile("\\"" + name + "\\"\\\\s*:\\\\s*\\"([^\\"]*)\\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("The answer to the sign-in has no " + name);
        }
        return matcher.group(1);
    }
}
`;
  },
};

const keywords = new Set(
  'abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while access stub factory token answer arguments'.split(
    ' ',
  ),
);

function javaSyntax(catalogue: Catalogue): StatementSyntax {
  return {
    create: (className, variable) => `${className} ${variable} = new ${className}();`,
    set: (variable, { name }, expression) => [`${variable}.set${name}(${expression});`],
    setMany: (variable, property, { className, expressions }) => [
      `${variable}.set${property}(new ${arrayOf(className, catalogue)}[] { ${expressions.join(', ')} });`,
    ],
    value: (element) => valueOf(element, catalogue),
    nil: 'null',
    variable: (name) => name,
    wrapperClass: ({ name, type = '' }) => `${name}_type${String(anonymousIndex(name, type, catalogue))}`,
    reserved: keywords,
  };
}

/** What the elements of an array are called: the types of the schema's own values are Java's. */
function arrayOf(className: string, catalogue: Catalogue): string {
  return className.startsWith('xs:') ? (javaTypes[kindOf(className, catalogue)] ?? 'String') : className;
}

const javaTypes: Readonly<Partial<Record<Kind, string>>> = {
  boolean: 'boolean',
  integer: 'int',
  long: 'long',
  decimal: 'double',
  dateTime: 'java.util.Calendar',
};

/** Axis2 numbers anonymous types of the same element in the order of the schema. */
function anonymousIndex(name: string, type: string, catalogue: Catalogue): number {
  const owners = [...catalogue.elementNames.map((element) => `/${element}`), ...catalogue.typeNames];
  const anonymous = owners
    .map((owner) => `${owner}/${name}`)
    .filter((candidate) => catalogue.complexType(candidate) !== undefined);
  return Math.max(0, anonymous.indexOf(type));
}

/** A value that stands in the request, or an expression for one that is known when the program runs. */
interface Written {
  readonly type: string;
  readonly fixed: string | undefined;
  readonly expression: string;
}

/** A whole number as it is written, with a suffix where Java wants one. */
function whole(suffix: string, parse: string): (written: Written) => string {
  return ({ fixed, expression }) =>
    fixed !== undefined && /^-?\d+$/.test(fixed) ? fixed + suffix : `${parse}(${expression})`;
}

const writers: Readonly<Record<Exclude<Kind, 'complex'>, (written: Written) => string>> = {
  text: ({ expression }) => expression,
  boolean: ({ fixed, expression }) =>
    fixed === undefined ? `Boolean.parseBoolean(${expression})` : String(/^(?:true|1)$/.test(fixed)),
  integer: whole('', 'Integer.parseInt'),
  long: whole('L', 'Long.parseLong'),
  decimal: ({ expression }) => `Double.parseDouble(${expression})`,
  dateTime: ({ type, expression }) =>
    `ConverterUtil.${type === 'xs:time' ? 'convertToTime' : 'convertToDateTime'}(${expression})`,
  enumeration: ({ type, expression }) => `${type}.Factory.fromValue(${expression})`,
};

function valueOf({ type = '', text }: CodeElement, catalogue: Catalogue): string {
  const kind = kindOf(type, catalogue);
  const write = writers[kind === 'complex' ? 'text' : kind];
  return write({ type, fixed: fixedText(text), expression: textExpression(text, syntax) });
}

const syntax = {
  literal: (text: string): string => JSON.stringify(text),
  variable: (name: string): string => `System.getenv("${name}")`,
  join: ' + ',
};
