/** A program for Ruby with Savon, by itself or in a Rails application. */
import { heading, textExpression } from '../environment.ts';
import type { CodeElement, CodeRequest } from '../request.ts';
import { indented, propertiesOf, type Property } from '../shape.ts';
import type { Target } from '../target.ts';

const step = '  ';

export const ruby: Target = {
  id: 'ruby',
  label: 'Ruby (Savon)',
  detail: 'gem install savon; for Rails as well',
  language: 'ruby',
  ending: 'rb',
  write: (request) => {
    const { operation, message } = request;
    const method = operation.replaceAll(/(?<=[a-z])([A-Z])/g, '_$1').toLowerCase();
    return `${heading(
      request,
      'Run: gem install savon, then ruby request.rb; in Rails, put gem "savon" into the Gemfile.',
    )
      .map((line) => `# ${line}`)
      .join('\n')}
require "json"
require "net/http"
require "savon"

def sign_in
  grant = {
    grant_type: "client_credentials",
    client_id: ENV.fetch("MC_CLIENT_ID"),
    client_secret: ENV.fetch("MC_CLIENT_SECRET"),
    account_id: ENV["MC_ACCOUNT_ID"]
  }.compact
  address = URI(ENV.fetch("MC_AUTH_URL").chomp("/") + "/v2/token")
  response = Net::HTTP.post(address, grant.to_json, "Content-Type" => "application/json")
  raise "No token: #{response.code} #{response.body}" unless response.is_a?(Net::HTTPSuccess)
  JSON.parse(response.body)
end

access = sign_in
client = Savon.client(
  wsdl: access["soap_instance_url"].chomp("/") + "/etframework.wsdl",
  soap_header: { "fueloauth" => access["access_token"], :attributes! => { "fueloauth" => { "xmlns" => "http://exacttarget.com" } } },
  namespaces: { "xmlns:xsi" => "http://www.w3.org/2001/XMLSchema-instance" },
  namespace_identifier: :tns,
  element_form_default: :qualified,
  convert_request_keys_to: :none,
  open_timeout: 30,
  read_timeout: 120
)

answer = client.call(:${method}, message: ${hash(message, false, request)})
puts answer.body
`;
  },
};

function hash(element: CodeElement, withType: boolean, request: CodeRequest): string {
  const type = withType && element.saidType !== undefined ? [`"@xsi:type" => "tns:${element.saidType}"`] : [];
  const entries = [...type, ...propertiesOf(element).map((property) => entry(property, request))];
  return entries.length === 0
    ? '{}'
    : `{\n${entries.map((line) => `${step}${indented(line, step)}`).join(',\n')}\n}`;
}

function entry({ name, isMany, elements: [first, ...others] }: Property, request: CodeRequest): string {
  if (!isMany) return `"${name}" => ${value(first, request)}`;
  const items = [first, ...others].map((element) => `${step}${indented(value(element, request), step)}`);
  return `"${name}" => [\n${items.join(',\n')}\n]`;
}

function value(element: CodeElement, request: CodeRequest): string {
  if (element.isNil) return '{ "@xsi:nil" => "true" }';
  if (element.children.length > 0 || element.saidType !== undefined) return hash(element, true, request);
  return textExpression(element.text, syntax);
}

const syntax = {
  // Between double quotes, # begins an expression.
  literal: (text: string): string => JSON.stringify(text).replaceAll('#', String.raw`\#`),
  variable: (name: string): string => `ENV.fetch("${name}")`,
  join: ' + ',
};
