using System.Formats.Cbor;

namespace SoraFunctions.Provenance.Cbor;

/// <summary>
/// Writes CBOR with definite lengths and the shortest heads, so that a document's length is known beforehand.
/// </summary>
internal static class CborEncoder
{
    public static byte[] Encode(CborItem item)
    {
        var writer = new CborWriter(CborConformanceMode.Strict);
        Write(writer, item);
        return writer.Encode();
    }

    private static void Write(CborWriter writer, CborItem item)
    {
        switch (item)
        {
            case CborText text:
                writer.WriteTextString(text.Value);
                break;
            case CborBytes bytes:
                writer.WriteByteString(bytes.Value.Span);
                break;
            case CborInteger { Value: var value } when value >= 0:
                writer.WriteUInt64((ulong)value);
                break;
            case CborInteger { Value: var value }:
                writer.WriteCborNegativeIntegerRepresentation((ulong)(-1 - value));
                break;
            case CborFloat number:
                writer.WriteDouble(number.Value);
                break;
            case CborBoolean boolean:
                writer.WriteBoolean(boolean.Value);
                break;
            case CborNull:
                writer.WriteNull();
                break;
            case CborSimple simple:
                writer.WriteSimpleValue((CborSimpleValue)simple.Value);
                break;
            case CborTagged tagged:
                writer.WriteTag((CborTag)tagged.Tag);
                Write(writer, tagged.Content);
                break;
            case CborArray array:
                writer.WriteStartArray(array.Items.Count);
                foreach (var element in array.Items)
                    Write(writer, element);
                writer.WriteEndArray();
                break;
            case CborMap map:
                writer.WriteStartMap(map.Entries.Count);
                foreach (var (key, value) in map.Entries)
                {
                    Write(writer, key);
                    Write(writer, value);
                }
                writer.WriteEndMap();
                break;
            default:
                throw new ArgumentException($"{item.GetType().Name} has no CBOR form.", nameof(item));
        }
    }
}
