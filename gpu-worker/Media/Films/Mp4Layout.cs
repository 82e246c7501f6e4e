using System.Buffers.Binary;

namespace SoraFunctions.Media.Films;

/// <summary>The order of boxes in an MP4 file (ISO/IEC 14496-12).</summary>
/// <param name="FastStart">Whether <c>moov</c> stands before <c>mdat</c>.</param>
/// <param name="EditList">Whether a track has an <c>elst</c> box.</param>
internal sealed record Mp4Layout(bool FastStart, bool EditList)
{
    private static readonly HashSet<string> _containers = ["moov", "trak", "edts"];

    public static Mp4Layout Read(string path)
    {
        using var file = File.OpenRead(path);
        var order = new List<string>();
        Walk(file, file.Length, order);
        var (index, samples) = (order.IndexOf("moov"), order.IndexOf("mdat"));
        return new Mp4Layout(index >= 0 && (samples < 0 || index < samples), order.Contains("elst"));
    }

    private static void Walk(FileStream file, long end, List<string> order)
    {
        Span<byte> head = stackalloc byte[16];
        while (file.Position + 8 <= end)
        {
            var start = file.Position;
            file.ReadExactly(head[..8]);
            long size = BinaryPrimitives.ReadUInt32BigEndian(head);
            var type = System.Text.Encoding.Latin1.GetString(head[4..8]);
            if (size == 1)
            {
                file.ReadExactly(head[8..]);
                size = BinaryPrimitives.ReadInt64BigEndian(head[8..]);
            }

            if (size == 0)
                size = end - start;
            if (size < 8 || start + size > end)
                throw new InvalidDataException($"The MP4 file is damaged: box '{type}' at {start} has {size} bytes.");
            order.Add(type);
            if (_containers.Contains(type))
                Walk(file, start + size, order);
            file.Position = start + size;
        }
    }
}
