using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.ProductModels;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tests.Doubles;

namespace SoraFunctions.Pipeline.Tests.ProductModels;

public class ModelDeskTests
{
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAADAAAAAgAQMAAABuGmlfAAAAA1BMVEXIdjqHr/3gAAAADElEQVQI12NgGN4AAADgAAGGIOGuAAAAAElFTkSuQmCC";
    private const string Asset = "\"asset\":{\"version\":\"2.0\"}";
    private const string Mesh = "\"meshes\":[{}]";

    private static readonly byte[] _png = Convert.FromBase64String(Png);

    [Fact]
    public void Pictures_of_a_model_are_found_where_they_lie()
    {
        var file = Glb.Of(_png, _png);

        var pictures = ModelDesk.Check("product.model", file).Pictures;

        Assert.Equal(2, pictures.Count);
        Assert.All(pictures, picture => Assert.Equal(_png, file[picture.Offset..(picture.Offset + picture.Length)]));
    }

    [Fact]
    public async Task Pictures_of_a_model_are_judged_like_others()
    {
        var blobs = new TenantBlobs(new MemoryBlobs(), "default");
        var model = await ModelDesk.Store(ModelDesk.Check("product.model", Glb.Of(_png)), blobs, default);
        var request = new VideoRequest { Product = new ProductBrief { Title = "Cup", Model = model } };

        var judged = Assert.Single(ModeratedPictures.Of(request, blobs));

        Assert.Equal(("product.model.images[0]", "image/png"), (judged.Field, judged.MediaType));
        using var bytes = new MemoryStream();
        await (await judged.Open(default)).CopyToAsync(bytes);
        Assert.Equal(_png, bytes.ToArray());
    }

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "does not begin with 'glTF'", _png },
        { "does not begin with 'glTF'", [] },
        { "version 1", Glb.Of()[..4].Concat(new byte[] { 1, 0, 0, 0 }).Concat(Glb.Of()[8..]).ToArray() },
        { "cut off", Glb.Of(_png)[..^4] },
        { "not the JSON", Glb.Of("{oops", []) },
        { "not the JSON", Glb.Of("[1,2]", []) },
        { "asset.version", Glb.Of("{\"asset\":{\"version\":\"1.0\"}}", []) },
        { "needs KHR_draco_mesh_compression", Glb.Of($"{{{Asset},{Mesh},\"extensionsRequired\":[\"KHR_draco_mesh_compression\"]}}", []) },
        { "not the JSON", Glb.Of($"{{{Asset},{Mesh},\"images\":[{{}}],\"images\":[]}}", []) },
        { "no mesh", Glb.Of($"{{{Asset}}}", []) },
        { "buffers[0].uri", Glb.Of($"{{{Asset},{Mesh},\"buffers\":[{{\"byteLength\":4,\"uri\":\"cup.bin\"}}]}}", []) },
        { "images[0].uri", Glb.Of($"{{{Asset},{Mesh},\"images\":[{{\"uri\":\"https://example.com/a.png\"}}]}}", []) },
        { "does not lie in the file", Glb.Of($"{{{Asset},{Mesh},\"bufferViews\":[{{\"byteLength\":99}}],\"images\":[{{\"bufferView\":0}}]}}", new byte[8]) },
        { "does not lie in the file", Glb.Of($"{{{Asset},{Mesh},\"images\":[{{\"bufferView\":3}}]}}", new byte[8]) },
        { "images[0] is not a picture", Glb.Of("GIF89a--"u8.ToArray()) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_taken_is_refused_with_its_field_and_what_is_accepted(string why, byte[] file)
    {
        var error = Assert.Throws<RequestException>(() => ModelDesk.Check("product.model", file)).Errors[0];

        Assert.Equal(("product.model", RequestErrorCodes.InvalidModel), (error.Field, error.Code));
        Assert.Contains(why, error.Message);
        Assert.Contains(ModelLimits.Accepted, error.Message);
    }

    [Fact]
    public void Broken_bytes_are_refused_in_words_or_taken()
    {
        var length = Glb.Of(_png).Length;
        var damages =
            from at in Gen.Choose(0, length - 1)
            from value in Gen.Choose(0, 255)
            from cut in Gen.Choose(0, length)
            select (at, value, cut: cut % 4 == 0 ? cut : 0);

        Prop.ForAll(damages.ToArbitrary(), damage =>
        {
            var file = Glb.Of(_png);
            file[damage.at] ^= (byte)damage.value;
            var refused = Record.Exception(() => ModelDesk.Check("product.model", file.AsMemory(0, length - damage.cut)));
            Assert.True(refused is null or RequestException, $"{refused}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }
}
