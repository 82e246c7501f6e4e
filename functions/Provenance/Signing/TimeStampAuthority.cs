using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace SoraFunctions.Provenance.Signing;

/// <summary>
/// A service that attests when a manifest was signed (RFC 3161 over HTTP). Manifests with its word outlive the
/// certificate they were signed with, wherever the authority is trusted.
/// </summary>
/// <param name="http">Carries the requests; its time-out applies.</param>
/// <param name="address">Where the authority answers.</param>
public sealed class TimeStampAuthority(HttpClient http, Uri address)
{
    private const int NonceSize = 8;
    private const int LargestAnswer = 64 << 10;

    /// <summary>A token over a message: the DER of a TimeStampToken.</summary>
    /// <exception cref="HttpRequestException">The authority did not answer.</exception>
    /// <exception cref="CryptographicException">The answer is not a token over this message.</exception>
    internal byte[] Attest(byte[] message, CancellationToken cancellationToken)
    {
        var query = Rfc3161TimestampRequest.CreateFromData(
            message, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(NonceSize), requestSignerCertificates: true);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(query.Encode()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var response = http.Send(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var body = response.Content.ReadAsStream(cancellationToken);
        var answer = new byte[LargestAnswer];
        var size = body.ReadAtLeast(answer, answer.Length, throwOnEndOfStream: false);
        var token = query.ProcessResponse(answer.AsMemory(0, size), out _);
        return token.VerifySignatureForData(message, out _)
            ? token.AsSignedCms().Encode()
            : throw new CryptographicException($"The time-stamp from {address.Host} is not signed by its authority.");
    }
}
