using System.Text.Json.Nodes;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Pictures;
using SoraFunctions.World.Tests.Gltf;

namespace SoraFunctions.World.Tests.Engine;

public sealed class ModelClipTests
{
    [Fact]
    public async Task A_model_with_a_picture_in_it_becomes_a_clip()
    {
        var writer = Samples.Cube(new() { ["pbrMetallicRoughness"] = new JsonObject { ["baseColorTexture"] = new JsonObject { ["index"] = 0 } } });
        writer.Picture(PngWriter.Encode(new(2, 2, [.. Enumerable.Repeat((byte)200, 16)])), "image/png");
        var video = await VideoProbe.Read(await Film(writer.Glb()), default);
        Assert.Equal((160, 90), (video.Picture!.Width, video.Picture.Height));
    }

    [Fact]
    public async Task What_is_wrong_with_a_model_is_said_with_its_subject()
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Film([1, 2, 3]));
        Assert.StartsWith("The model of the subject thing can't be used: The file is no glTF 2.0 model", error.Message, StringComparison.Ordinal);
    }

    private static async Task<string> Film(byte[] model)
    {
        var folder = Directory.CreateTempSubdirectory("model").FullName;
        var path = Path.Combine(folder, "thing");
        await File.WriteAllBytesAsync(path, model);
        var order = Orders.Of(Deed.Stand, 0.1m, new(160, 90), new Subject { Id = "thing", Name = "Thing", Form = Form.Model, Model = "x", Height = 0.2 });
        await new WorldEngine().Render(order, _ => path, folder, new Progress<double>(), default);
        return Path.Combine(folder, Contract.Renders.OutputNames.Clip);
    }
}
