using SoraFunctions.Models.Conversion;

namespace SoraFunctions.Models.Tests.Conversion;

public class ScriptModuleTests
{
    private const string Bundle = """!function(e){"object"==typeof exports&&(module.exports=e())}(function(){return({1:[function(e,a,n){a.exports=CONTENT},{}]},{})});""";

    [Theory]
    [InlineData("""{a:1,b_$2:[.5,-.25,1e-3,2.,-3]}""", """{"a":1,"b_$2":[0.5,-0.25,1e-3,2,-3]}""")]
    [InlineData("""{"quoted key":!0,c:!1,d:null,e:{}}""", """{"quoted key":true,"c":false,"d":null,"e":{}}""")]
    [InlineData("""{text:"braces } and a \" quote: x:1",f:[]}""", """{"text":"braces } and a \" quote: x:1","f":[]}""")]
    public void An_exported_object_becomes_JSON(string literal, string json) =>
        Assert.Equal(json, ScriptModule.Json(Bundle.Replace("CONTENT", literal)));

    [Fact]
    public void An_exported_text_is_read() => Assert.Equal("YWJj+/=", ScriptModule.Text(Bundle.Replace("CONTENT", "\"YWJj+/=\"")));

    [Theory]
    [InlineData("{a:f()}")]
    [InlineData("{a:1+2}")]
    [InlineData("x")]
    public void A_script_that_exports_more_than_data_is_refused(string content) =>
        Assert.Throws<ConversionException>(() => ScriptModule.Json(Bundle.Replace("CONTENT", content)));
}
