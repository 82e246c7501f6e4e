using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Json;

namespace SoraFunctions.Pipeline.Requests;

/// <summary>The seed of a request that names none: a number that depends on all it says, so that the same words give the same video.</summary>
public static class ContentSeed
{
    /// <summary>Largest seed: 2^53 - 1, what every JSON reader keeps exactly.</summary>
    public const long Largest = (1L << 53) - 1;

    /// <summary>The seed, 0 to <see cref="Largest"/>: the first 53 bits of the SHA-256 of the request's JSON with seed zero, standard quality, no further outputs and the usual variant.</summary>
    /// <param name="request">The request; its own seed, quality, further outputs and variant do not matter: a draft shows the frames of the final video, and variants go round from one seed.</param>
    public static long Of(VideoRequest request)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(request with { Seed = 0, Quality = Quality.Standard, Outputs = null, Variant = 0 }, PipelineJson.Default.VideoRequest);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(json)) >> 11);
    }
}
