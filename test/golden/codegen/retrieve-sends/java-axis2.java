// Recent sends (Retrieve)
// Classes: wsdl2java.sh -uri https://SUBDOMAIN.soap.marketingcloudapis.com/etframework.wsdl -u -p marketingcloud -d adb
// Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET; MC_ACCOUNT_ID for another business unit than the package’s own.
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

        RetrieveRequestMsg retrieveRequestMsg = new RetrieveRequestMsg();
        RetrieveRequest retrieveRequest = new RetrieveRequest();
        retrieveRequest.setObjectType("Send");
        retrieveRequest.setProperties(new String[] { "ID", "EmailName", "NumberSent", "SentDate", "Client.ID" });
        ComplexFilterPart complexFilterPart = new ComplexFilterPart();
        SimpleFilterPart simpleFilterPart = new SimpleFilterPart();
        simpleFilterPart.setProperty("SendDate");
        simpleFilterPart.setSimpleOperator(SimpleOperators.Factory.fromValue("greaterThan"));
        simpleFilterPart.setDateValue(new java.util.Calendar[] { ConverterUtil.convertToDateTime("2026-11-13T00:00:00Z") });
        complexFilterPart.setLeftOperand(simpleFilterPart);
        complexFilterPart.setLogicalOperator(LogicalOperators.Factory.fromValue("AND"));
        SimpleFilterPart simpleFilterPart2 = new SimpleFilterPart();
        simpleFilterPart2.setProperty("Status");
        simpleFilterPart2.setSimpleOperator(SimpleOperators.Factory.fromValue("equals"));
        simpleFilterPart2.setValue(new String[] { "Complete" });
        complexFilterPart.setRightOperand(simpleFilterPart2);
        retrieveRequest.setFilter(complexFilterPart);
        RetrieveOptions retrieveOptions = new RetrieveOptions();
        retrieveOptions.setBatchSize(100);
        retrieveRequest.setOptions(retrieveOptions);
        retrieveRequestMsg.setRetrieveRequest(retrieveRequest);

        RetrieveResponseMsg answer = stub.retrieve(retrieveRequestMsg);
        System.out.println(answer.getOMElement(RetrieveResponseMsg.MY_QNAME, factory));
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
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("The answer to the sign-in has no " + name);
        }
        return matcher.group(1);
    }
}
