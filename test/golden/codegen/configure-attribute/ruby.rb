# Configure
# Run: gem install savon, then ruby request.rb; in Rails, put gem "savon" into the Gemfile.
# Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET; MC_ACCOUNT_ID for another business unit than the package’s own.
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

answer = client.call(:configure, message: {
  "Options" => "",
  "Action" => "create",
  "Configurations" => {
    "Configuration" => [
      {
        "@xsi:type" => "tns:PropertyDefinition",
        "Name" => "Shoe Size",
        "PropertyType" => "double",
        "MaxLength" => "4",
        "IsRequired" => "false"
      }
    ]
  }
})
puts answer.body
