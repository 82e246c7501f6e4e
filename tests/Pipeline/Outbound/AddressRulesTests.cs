using System.Net;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Pipeline.Outbound;

namespace SoraFunctions.Pipeline.Tests.Outbound;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946")]
    [InlineData("64:ff9b::808:808")]
    public void Address_of_the_internet_is_public(string address) => Assert.True(AddressRules.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("168.63.129.16")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void Address_of_a_network_of_ones_own_is_not(string address) => Assert.False(AddressRules.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public void Address_wrapped_in_ipv6_is_judged_as_the_one_within() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte>().Generator.ArrayOf(4).ToArbitrary(),
        bytes => AddressRules.IsPublic(new IPAddress(bytes)) == AddressRules.IsPublic(new IPAddress(bytes).MapToIPv6())).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("https://example.com/a.png", true)]
    [InlineData("http://93.184.216.34:8080/", true)]
    [InlineData("https://user:password@example.com/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("gopher://example.com/", false)]
    [InlineData("/etc/passwd", false)]
    [InlineData("http://localhost/", false)]
    [InlineData("http://127.1/", false)]
    [InlineData("http://[::ffff:192.168.0.1]/", false)]
    public void Callable_is_what_is_written_as_a_public_web_address(string text, bool callable)
    {
        using var http = new OutboundHttp(new OutboundOptions());
        Assert.Equal(callable, http.IsCallable(text, out _));
    }

    [Fact]
    public async Task Name_that_leads_to_this_machine_is_refused_when_it_is_resolved()
    {
        using var http = new OutboundHttp(new OutboundOptions());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{Dns.GetHostName()}:9/");
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => http.Send(request, default));
        Assert.IsType<ForbiddenAddressException>(refused.InnerException);
    }
}
