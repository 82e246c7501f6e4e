using System.Buffers.Binary;
using System.Globalization;

namespace SoraFunctions.Provenance.Watermarks;

/// <summary>What an invisible watermark says: a number of 48 bits that a table turns into a video.</summary>
public readonly record struct WatermarkId
{
    /// <summary>Bits of an id.</summary>
    public const int Bits = 48;

    /// <summary>The id of that number. Fails with <see cref="ArgumentOutOfRangeException"/> when it takes more than 48 bits.</summary>
    /// <param name="value">0 to 2^48 - 1.</param>
    public WatermarkId(ulong value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, 1UL << Bits);
        Value = value;
    }

    /// <summary>The number.</summary>
    public ulong Value { get; }

    /// <summary>The first 48 bits of a hash: the same thing is marked the same way again.</summary>
    /// <param name="hash">At least 6 bytes, such as a SHA-256.</param>
    public static WatermarkId Of(ReadOnlySpan<byte> hash) => new(BinaryPrimitives.ReadUInt64BigEndian([0, 0, .. hash[..6]]));

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    /// <param name="text">Twelve hexadecimal digits.</param>
    public static WatermarkId? Parse(string? text) =>
        text?.Length == 12 && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? new WatermarkId(value) : null;

    /// <summary>Six bytes, the highest first.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Value);
        return bytes[2..];
    }

    /// <summary>Twelve hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x12", CultureInfo.InvariantCulture);
}
