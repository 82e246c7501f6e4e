using System.Buffers.Binary;

namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>How a film looks, four times a second: what is kept of a video to know copies of it again.</summary>
public sealed class Fingerprint
{
    /// <summary>Name of the algorithm in manifests. Fingerprints of two names can't be compared.</summary>
    public const string Algorithm = "com.sorafunctions.fingerprint.1";

    /// <summary>Descriptors a second.</summary>
    public const int Rate = 4;

    private readonly Descriptor[] _descriptors;

    /// <summary>A fingerprint of descriptors.</summary>
    /// <param name="descriptors">The picture at 0, 1/4, 1/2 ... seconds.</param>
    public Fingerprint(ReadOnlySpan<Descriptor> descriptors) => _descriptors = descriptors.ToArray();

    /// <summary>The picture at 0, 1/4, 1/2 ... seconds.</summary>
    public ReadOnlySpan<Descriptor> Descriptors => _descriptors;

    /// <summary>As it is kept: 32 bytes for each descriptor, in big-endian order.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[_descriptors.Length * Descriptor.Bytes];
        for (var i = 0; i < _descriptors.Length; i++)
        {
            var at = bytes.AsSpan(i * Descriptor.Bytes);
            BinaryPrimitives.WriteUInt64BigEndian(at, _descriptors[i].Coarse);
            BinaryPrimitives.WriteUInt64BigEndian(at[8..], _descriptors[i].Fine0);
            BinaryPrimitives.WriteUInt64BigEndian(at[16..], _descriptors[i].Fine1);
            BinaryPrimitives.WriteUInt64BigEndian(at[24..], _descriptors[i].Fine2);
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <param name="bytes">All of it.</param>
    /// <exception cref="InvalidDataException">The length is no multiple of 32.</exception>
    public static Fingerprint Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % Descriptor.Bytes != 0)
            throw new InvalidDataException($"A fingerprint has {Descriptor.Bytes} bytes for each descriptor; this one has {bytes.Length}.");
        var descriptors = new Descriptor[bytes.Length / Descriptor.Bytes];
        for (var i = 0; i < descriptors.Length; i++)
        {
            var at = bytes[(i * Descriptor.Bytes)..];
            descriptors[i] = new Descriptor(
                BinaryPrimitives.ReadUInt64BigEndian(at), BinaryPrimitives.ReadUInt64BigEndian(at[8..]),
                BinaryPrimitives.ReadUInt64BigEndian(at[16..]), BinaryPrimitives.ReadUInt64BigEndian(at[24..]));
        }

        return new Fingerprint(descriptors);
    }
}
