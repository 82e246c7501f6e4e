using System.Buffers.Binary;
using System.Text.Json.Serialization;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>A picture of a work, by which copies of it are found. The picture itself is not kept.</summary>
/// <param name="Address">Where it was got.</param>
/// <param name="Sha256">Of the file that lay there; null until it was got.</param>
/// <param name="Print">Its fingerprint: hash and features (16-bit floats), little-endian, base64; null until it was taken.</param>
public sealed record WorkPicture(string Address, string? Sha256 = null, string? Print = null)
{
    private const int HashBytes = sizeof(ulong);
    private const int FeatureBytes = 2;

    /// <summary>With the fingerprint that was taken of it.</summary>
    /// <param name="sha256">Of its file.</param>
    /// <param name="print">The fingerprint.</param>
    public WorkPicture Seen(string sha256, PictureFingerprint print)
    {
        ArgumentNullException.ThrowIfNull(print);
        var bytes = new byte[HashBytes + (FeatureBytes * print.Features.Count)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, print.Hash);
        foreach (var (i, feature) in print.Features.Index())
        {
            BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(HashBytes + (FeatureBytes * i)), (Half)feature);
        }

        return this with { Sha256 = sha256, Print = Convert.ToBase64String(bytes) };
    }

    /// <summary>Its fingerprint; null until it was taken.</summary>
    [JsonIgnore]
    public PictureFingerprint? Fingerprint
    {
        get
        {
            if (Print is null)
            {
                return null;
            }

            var bytes = Convert.FromBase64String(Print);
            var features = new float[(bytes.Length - HashBytes) / FeatureBytes];
            for (var i = 0; i < features.Length; i++)
            {
                features[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes.AsSpan(HashBytes + (FeatureBytes * i)));
            }

            return new PictureFingerprint(features, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }
    }
}
