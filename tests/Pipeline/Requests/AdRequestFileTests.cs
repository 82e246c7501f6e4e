using System.Text;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Fonts;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.ProductModels;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Sounds;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Tests.ProductModels;

namespace SoraFunctions.Pipeline.Tests.Requests;

/// <summary>An ad request that lies in a file, with its pictures beside it.</summary>
public sealed class AdRequestFileTests : IDisposable
{
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAADAAAAAgAQMAAABuGmlfAAAAA1BMVEXIdjqHr/3gAAAADElEQVQI12NgGN4AAADgAAGGIOGuAAAAAElFTkSuQmCC";
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("sora-request-").FullName, "inside");
    private readonly OutboundHttp _http = new(new OutboundOptions());
    private readonly MemoryBlobs _blobs = new();

    public AdRequestFileTests() => Directory.CreateDirectory(_folder);

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }

    [Fact]
    public async Task Picture_beside_the_file_is_taken()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "pictures"));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "pictures", "cup.png"), Convert.FromBase64String(Png));

        var order = await Read("pictures/cup.png", _folder);

        var picture = Assert.Single(order.Request.Product!.Pictures);
        Assert.Equal((48, 32, "image/png"), (picture.Width, picture.Height, picture.Blob.MediaType));
    }

    [Fact]
    public async Task Pictures_that_shots_are_made_after_are_taken_with_their_roles()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "end.png"), Convert.FromBase64String(Png));

        var request = (await Order("""{"prompt":"a red ball","pictures":[{"image":"end.png","role":"last-frame"},{"image":"end.png","role":"reference","shot":2}]}""", _folder)).Request;

        Assert.Equal([(PictureRole.LastFrame, null, 48), (PictureRole.Reference, (int?)2, 48)], request.Guides!.Select(guide => (guide.Role, guide.Shot, guide.Picture.Width)));
        Assert.Equal(["pictures[0]", "pictures[1]"], ModeratedPictures.Of(request, new TenantBlobs(_blobs, "default")).Select(picture => picture.Field));
        Assert.Null((await Order("""{"prompt":"a red ball"}""", _folder)).Request.Guides);
    }

    [Theory]
    [InlineData("""{"image":"a.png","role":"first-frame"},{"image":"a.png","role":"first-frame"}""", "pictures[1].role")]
    [InlineData("""{"image":"a.png","role":"first-frame","shot":0}""", "pictures[0].shot")]
    [InlineData("""{"image":"a.png","role":"reference","shot":25}""", "pictures[0].shot")]
    [InlineData("""{"image":"absent.png","role":"reference"}""", "pictures[0].image")]
    [InlineData("""{"image":"a.png","role":"middle"}""", "pictures[0].role")]
    public async Task Pictures_that_contradict_themselves_are_refused(string pictures, string field)
    {
        var refused = await Assert.ThrowsAsync<RequestException>(() => Order($$"""{"prompt":"a red ball","pictures":[{{pictures}}]}""", _folder));
        Assert.Equal(field, refused.Errors[0].Field);
    }

    [Fact]
    public async Task Model_beside_the_file_is_taken()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "cup.glb"), Glb.Of(Convert.FromBase64String(Png)));

        var product = (await Order("""{"product":{"title":"Cup","model":"cup.glb"}}""", _folder)).Request.Product!;

        Assert.Equal("image/png", Assert.Single(product.Model!.Pictures).MediaType);
    }

    [Theory]
    [InlineData("absent.png")]
    [InlineData("../outside.png")]
    [InlineData("/etc/hostname")]
    public async Task File_that_is_absent_or_elsewhere_is_refused(string name)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "..", "outside.png"), Convert.FromBase64String(Png));
        var refused = await Assert.ThrowsAsync<RequestException>(() => Read(name, _folder));
        Assert.Equal("product.images[0]", refused.Errors[0].Field);
        Assert.Contains("beside the request", refused.Message);
    }

    [Fact]
    public async Task File_name_is_no_address_where_there_is_no_folder()
    {
        var refused = await Assert.ThrowsAsync<RequestException>(() => Read("cup.png", null));
        Assert.Equal(RequestErrorCodes.InvalidValue, refused.Errors[0].Code);
    }

    private Task<ReadOrder> Read(string image, string? folder) =>
        Order($$$"""{"product":{"title":"Cup","images":["{{{image}}}"]}}""", folder);

    private Task<ReadOrder> Order(string json, string? folder) =>
        new AdRequestReader(new PictureDesk(new FileFetcher(_http)), new ModelDesk(new FileFetcher(_http)), new FontDesk(new FileFetcher(_http)), new SoundDesk(new FileFetcher(_http))).Read(
            Encoding.UTF8.GetBytes(json),
            new TenantBlobs(_blobs, "default"),
            EngineList.World,
            folder,
            default);
}
