using System.Net;
using System.Net.Http.Headers;
using SoraFunctions.Api.Tests.Hosting;

namespace SoraFunctions.Api.Tests.Requests;

/// <summary>Over a real connection, because what counts is that the client reads the refusal while it is still sending.</summary>
public sealed class LargeBodyTests
{
    private const int Length = 200_000_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_of_200_megabytes_is_refused_whether_its_length_is_told_or_not(bool told)
    {
        await using var host = await ApiHost.Start(kestrel: true);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/videos") { Content = new Zeros(told) };

        using var answer = await host.Client.SendAsync(request);

        var error = await answer.Error(HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("request_too_large", error.Text("code"));
        Assert.Empty(host.Blobs.Paths);
    }

    private sealed class Zeros : HttpContent
    {
        private readonly bool _told;

        public Zeros(bool told)
        {
            _told = told;
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[1_000_000];
            for (var sent = 0; sent < Length; sent += block.Length)
            {
                await stream.WriteAsync(block);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Length;
            return _told;
        }
    }
}
