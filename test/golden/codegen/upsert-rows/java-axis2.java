// Two customers, one from elsewhere (Update)
// Classes: wsdl2java.sh -uri https://SUBDOMAIN.soap.marketingcloudapis.com/etframework.wsdl -u -p marketingcloud -d adb
// Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET, NEW_CITY, FOUND_RESULTS_1_ID; MC_ACCOUNT_ID for another business unit than the package’s own.
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

        UpdateRequest updateRequest = new UpdateRequest();
        UpdateOptions updateOptions = new UpdateOptions();
        SaveOptions_type0 saveOptions = new SaveOptions_type0();
        SaveOption saveOption = new SaveOption();
        saveOption.setPropertyName("*");
        saveOption.setSaveAction(SaveAction.Factory.fromValue("UpdateAdd"));
        saveOptions.setSaveOption(new SaveOption[] { saveOption });
        updateOptions.setSaveOptions(saveOptions);
        updateRequest.setOptions(updateOptions);
        DataExtensionObject dataExtensionObject = new DataExtensionObject();
        dataExtensionObject.setCustomerKey("Customers");
        Properties_type0 properties = new Properties_type0();
        APIProperty aPIProperty = new APIProperty();
        aPIProperty.setName("EmailAddress");
        aPIProperty.setValue("a@example.com");
        APIProperty aPIProperty2 = new APIProperty();
        aPIProperty2.setName("City");
        aPIProperty2.setValue("Leeds & \"Bradford\" $HOME `x` \\n ${y} #{z} it's ");
        APIProperty aPIProperty3 = new APIProperty();
        aPIProperty3.setName("Notes");
        aPIProperty3.setValue("<b>Ünicode</b> 😀");
        properties.setProperty(new APIProperty[] { aPIProperty, aPIProperty2, aPIProperty3 });
        dataExtensionObject.setProperties(properties);
        Keys_type0 keys = new Keys_type0();
        APIProperty aPIProperty4 = new APIProperty();
        aPIProperty4.setName("CustomerKey");
        aPIProperty4.setValue("C-1");
        keys.setKey(new APIProperty[] { aPIProperty4 });
        dataExtensionObject.setKeys(keys);
        DataExtensionObject dataExtensionObject2 = new DataExtensionObject();
        dataExtensionObject2.setCustomerKey("Customers");
        Properties_type0 properties2 = new Properties_type0();
        APIProperty aPIProperty5 = new APIProperty();
        aPIProperty5.setName("EmailAddress");
        aPIProperty5.setValue("b@example.com");
        APIProperty aPIProperty6 = new APIProperty();
        aPIProperty6.setName("City");
        aPIProperty6.setValue(System.getenv("NEW_CITY") + " (" + System.getenv("FOUND_RESULTS_1_ID") + ")");
        properties2.setProperty(new APIProperty[] { aPIProperty5, aPIProperty6 });
        dataExtensionObject2.setProperties(properties2);
        Keys_type0 keys2 = new Keys_type0();
        APIProperty aPIProperty7 = new APIProperty();
        aPIProperty7.setName("CustomerKey");
        aPIProperty7.setValue("C-2");
        keys2.setKey(new APIProperty[] { aPIProperty7 });
        dataExtensionObject2.setKeys(keys2);
        updateRequest.setObjects(new APIObject[] { dataExtensionObject, dataExtensionObject2 });

        UpdateResponse answer = stub.update(updateRequest);
        System.out.println(answer.getOMElement(UpdateResponse.MY_QNAME, factory));
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
