using System.Buffers.Binary;
using System.Text;

namespace SoraFunctions.Pipeline.Tests.ProductModels;

/// <summary>glTF binary files of one triangle.</summary>
public static class Glb
{
    /// <summary>A whole file.</summary>
    /// <param name="pictures">Pictures to hold.</param>
    public static byte[] Of(params byte[][] pictures)
    {
        var bin = new List<byte>(new byte[36]);
        var views = new List<string> { """{"buffer":0,"byteLength":36}""" };
        foreach (var picture in pictures)
        {
            views.Add($$"""{"buffer":0,"byteOffset":{{bin.Count}},"byteLength":{{picture.Length}}}""");
            bin.AddRange(picture);
            bin.AddRange(new byte[(4 - (bin.Count % 4)) % 4]);
        }

        var images = string.Join(',', pictures.Select((_, i) => $$"""{"bufferView":{{i + 1}},"mimeType":"image/png"}"""));
        var json = $$$"""
            {"asset":{"version":"2.0"},"meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],
             "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"}],
             "buffers":[{"byteLength":{{{bin.Count}}}}],"bufferViews":[{{{string.Join(',', views)}}}],"images":[{{{images}}}]}
            """;
        return Of(json, [.. bin]);
    }

    /// <summary>A file of a JSON chunk and a binary one.</summary>
    public static byte[] Of(string json, byte[] bin)
    {
        var text = Encoding.UTF8.GetBytes(json.PadRight(json.Length + ((4 - (Encoding.UTF8.GetByteCount(json) % 4)) % 4)));
        byte[] file = [.. "glTF"u8, .. Word(2), .. Word(0), .. Word(text.Length), .. "JSON"u8, .. text, .. Word(bin.Length), .. "BIN\0"u8, .. bin];
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), file.Length);
        return file;
    }

    /// <summary>The file as a data: URL.</summary>
    public static string DataUrl(byte[] file) => $"data:model/gltf-binary;base64,{Convert.ToBase64String(file)}";

    private static byte[] Word(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
