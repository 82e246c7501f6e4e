using System.Buffers.Binary;
using System.Text;

namespace SoraFunctions.Fuzz.Mutation;

/// <summary>
/// A box of MP4 or JUMBF with the boxes in it, so that what is in a box can change and all sizes still fit. A box holds others when its
/// content, after the fields that its type has before them, is a sequence of boxes.
/// </summary>
internal sealed class BoxNode(string type, byte[] fields, byte[] content, List<BoxNode> children)
{
    private const int Deepest = 12;

    /// <summary>Four characters.</summary>
    public string Type { get; set; } = type;

    /// <summary>What stands before the inner boxes.</summary>
    public byte[] Fields { get; set; } = fields;

    /// <summary>What it holds when it holds no boxes.</summary>
    public byte[] Content { get; set; } = content;

    /// <summary>The boxes in it.</summary>
    public List<BoxNode> Children { get; set; } = children;

    /// <summary>The boxes of a file; null when it is none of boxes.</summary>
    public static List<BoxNode>? Read(ReadOnlySpan<byte> bytes, int depth = 0)
    {
        var boxes = new List<BoxNode>();
        while (bytes.Length > 0)
        {
            if (depth > Deepest || bytes.Length < 8)
                return null;
            var size = (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(bytes));
            if (size < 8 || size > bytes.Length)
                return null;
            boxes.Add(One(bytes[..size], depth));
            bytes = bytes[size..];
        }
        return boxes;
    }

    /// <summary>The boxes as bytes, with sizes that fit.</summary>
    public static byte[] Write(IEnumerable<BoxNode> boxes)
    {
        using var target = new MemoryStream();
        foreach (var box in boxes)
            box.Write(target);
        return target.ToArray();
    }

    /// <summary>A copy that can change by itself.</summary>
    public BoxNode Copy() => new(Type, Fields, Content, [.. Children.Select(child => child.Copy())]);

    /// <summary>This box and all in it, each with the list that it stands in.</summary>
    public static IEnumerable<(List<BoxNode> Home, BoxNode Box)> All(List<BoxNode> boxes) =>
        boxes.SelectMany(box => All(box.Children).Prepend((boxes, box)));

    private static BoxNode One(ReadOnlySpan<byte> box, int depth)
    {
        var type = Encoding.Latin1.GetString(box[4..8]);
        var content = box[8..];
        foreach (var fields in FieldsOf(type))
        {
            if (content.Length > fields && Read(content[fields..], depth + 1) is { Count: > 0 } inner)
                return new BoxNode(type, content[..fields].ToArray(), [], inner);
        }
        return new BoxNode(type, [], content.ToArray(), []);
    }

    // The box of a manifest store begins with its type, version, purpose and offset.
    private static int[] FieldsOf(string type) => type switch
    {
        "uuid" => [16 + 4 + 9 + 8],
        "meta" => [4, 0],
        "jumb" or "moov" or "udta" or "trak" or "mdia" or "minf" or "stbl" or "ilst" => [0],
        "keys" => [8],
        _ when type[0] == 0 => [0],
        _ => [],
    };

    private void Write(MemoryStream target)
    {
        var start = target.Position;
        target.Write(new byte[4]);
        target.Write(Encoding.Latin1.GetBytes(Type));
        target.Write(Fields);
        target.Write(Content);
        foreach (var child in Children)
            child.Write(target);
        BinaryPrimitives.WriteInt32BigEndian(target.GetBuffer().AsSpan((int)start), (int)(target.Position - start));
    }
}
