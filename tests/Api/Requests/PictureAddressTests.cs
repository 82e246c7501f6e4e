using System.Net;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Tests.Hosting;

namespace SoraFunctions.Api.Tests.Requests;

/// <summary>Pictures that a request names by address, on a network where that is allowed.</summary>
public sealed class PictureAddressTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ApiHost.Start(
        new ApiOptions { AllowLocalNetwork = true, OutboundTimeout = TimeSpan.FromSeconds(3) });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Picture_is_fetched_through_three_redirects_and_not_through_four()
    {
        await using var receiver = await Receiver.Start(http =>
        {
            var left = int.Parse(http.Request.Path.Value![1..]);
            if (left == 0)
            {
                return http.Response.Body.WriteAsync(Pictures.Png()).AsTask();
            }

            http.Response.Redirect($"/{left - 1}");
            return Task.CompletedTask;
        });

        Assert.Equal("queued", (await _host.Client.PostJson("/v1/videos", Order($"{receiver.Url}/3"))).Text("status"));
        await Refused($"{receiver.Url}/4", "unreachable_image");
    }

    [Theory]
    [InlineData("file:///etc/passwd", "invalid_value")]
    [InlineData("http://user:secret@example.com/", "invalid_value")]
    public async Task Redirect_to_what_is_no_web_address_is_refused(string target, string code)
    {
        await using var receiver = await Receiver.Start(http =>
        {
            http.Response.Redirect(target);
            return Task.CompletedTask;
        });
        await Refused($"{receiver.Url}/a.png", code);
    }

    [Fact]
    public async Task Address_that_answers_with_an_error_is_refused()
    {
        await using var receiver = await Receiver.Start(500);
        await Refused($"{receiver.Url}/a.png", "unreachable_image");
    }

    [Fact]
    public async Task Address_that_never_ends_is_given_up()
    {
        await using var receiver = await Receiver.Start(async http =>
        {
            await http.Response.Body.WriteAsync(new byte[10]);
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });
        await Refused($"{receiver.Url}/a.png", "unreachable_image");
    }

    [Fact]
    public async Task Picture_that_is_too_large_is_not_read_to_its_end()
    {
        await using var receiver = await Receiver.Start(async http =>
        {
            var block = new byte[1 << 20];
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(block, http.RequestAborted);
            }
        });
        await Refused($"{receiver.Url}/a.png", "invalid_image");
    }

    private async Task Refused(string address, string code)
    {
        using var answer = await _host.Client.SendJson("/v1/videos", Order(address));
        var error = await answer.Error(HttpStatusCode.BadRequest);
        Assert.Equal(("input_reference.image_url", code), (error.Text("param"), error.Text("code")));
    }

    private static string Order(string address) => $$$"""{"prompt":"a","input_reference":{"image_url":"{{{address}}}"}}""";
}
