using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using SoraFunctions.Commerce.Ucp;
using SoraFunctions.Pipeline.Outbound;

namespace SoraFunctions.Api.Ucp;

/// <summary>Profiles of the platforms that call. Each is fetched seldom, also where that fails, and no redirect is followed.</summary>
/// <param name="http">How addresses are called.</param>
internal sealed class PlatformProfiles(OutboundHttp http) : IDisposable
{
    private const int MostKept = 1_000;
    private const int MostBytes = 256 << 10;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(10);

    /// <summary>The protocol asks for a minute at least.</summary>
    private static readonly TimeSpan _faultKept = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The profile at an address.</summary>
    /// <param name="address">One that a seller has named.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="UcpRefusal">It can't be had, or is none.</exception>
    public async Task<UcpPartner> Of(string address, CancellationToken cancellation)
    {
        if (!_known.TryGetValue(address, out object? known) || known is null)
        {
            known = await Fetch(address, cancellation);
            _known.Set(address, known, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = known is UcpPartner ? _kept : _faultKept });
        }

        return known as UcpPartner ?? throw new UcpRefusal(((UcpRefusal)known).Status, ((UcpRefusal)known).Fault.Code, ((UcpRefusal)known).Fault.Content);
    }

    /// <inheritdoc/>
    public void Dispose() => _known.Dispose();

    private async Task<object> Fetch(string text, CancellationToken cancellation)
    {
        if (!http.IsCallable(text, out var address) || (address.Scheme != Uri.UriSchemeHttps && !http.Options.AllowLocalNetwork))
        {
            return new UcpRefusal(StatusCodes.Status400BadRequest, "invalid_profile_url", "The profile in UCP-Agent must be a public https address.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var answer = await http.Send(request, limit.Token);
            if (!answer.IsSuccessStatusCode)
            {
                return Unreachable($"Your profile answers {(int)answer.StatusCode}; a redirect is not followed.");
            }

            return await Read(answer, limit.Token) is { } profile && UcpPartner.Read(profile) is { } partner ? partner
                : new UcpRefusal(StatusCodes.Status422UnprocessableEntity, "profile_malformed", "Your profile must be a JSON object with ucp.version, of 256 KiB at most.");
        }
        catch (HttpRequestException)
        {
            return Unreachable("Your profile can't be reached.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Unreachable("Your profile takes too long to answer.");
        }
        catch (IOException)
        {
            return Unreachable("Your profile broke off.");
        }
    }

    private static UcpRefusal Unreachable(string content) => new(StatusCodes.Status424FailedDependency, "profile_unreachable", content);

    private static async Task<ReadOnlyMemory<byte>?> Read(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using var content = await answer.Content.ReadAsStreamAsync(cancellation);
        using var bytes = new MemoryStream();
        var buffer = new byte[16384];
        for (int count; (count = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > MostBytes)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }
}
