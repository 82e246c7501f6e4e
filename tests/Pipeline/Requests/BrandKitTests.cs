using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Fonts;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.ProductModels;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Sounds;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Tests.Doubles;

namespace SoraFunctions.Pipeline.Tests.Requests;

/// <summary>What a request says about how its words look.</summary>
public sealed class BrandKitTests : IDisposable
{
    private const string Png = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAADAAAAAgAQMAAABuGmlfAAAAA1BMVEXIdjqHr/3gAAAADElEQVQI12NgGN4AAADgAAGGIOGuAAAAAElFTkSuQmCC";
    private static readonly string[] _tables = ["cmap", "glyf", "head", "hhea", "hmtx", "maxp", "name", "OS/2"];
    private readonly OutboundHttp _http = new(new OutboundOptions());
    private readonly MemoryBlobs _blobs = new();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Logo_and_font_are_stored_and_go_into_the_storyboard()
    {
        var font = Font(_tables);
        var request = (await Read(
            $$"""{"prompt":"A red ball bounces","brand":{"name":"Cup & Co","logo":"{{Png}}","font":"{{Url(font)}}"},"captions":"bold-social","legal":"Terms apply."}""")).Request;
        var board = (await new EmbeddedWriter().Write(request, default)).Storyboard;

        Assert.Equal((48, 32), (request.Brand!.Logo!.Width, request.Brand.Logo.Height));
        Assert.Equal((request.Brand.Logo.Blob.Sha256, Convert.ToHexStringLower(SHA256.HashData(font))), (board.Brand!.Logo, board.Brand.Font));
        Assert.Equal((CaptionStyle.BoldSocial, "Terms apply."), (board.Captions, board.Legal));
    }

    [Fact]
    public async Task Without_a_wish_the_words_look_as_usual()
    {
        var request = (await Read("""{"prompt":"A red ball bounces","brand":{"name":"Cup & Co"}}""")).Request;
        var board = (await new EmbeddedWriter().Write(request, default)).Storyboard;
        Assert.Equal((CaptionStyle.Clean, null, null), (board.Captions, board.Brand, board.Legal));
    }

    [Fact]
    public void Font_that_lacks_a_table_is_cut_off_or_is_none_is_refused()
    {
        FontDesk.Check("brand.font", Font(_tables));
        Assert.Contains("lacks the table 'cmap'", Refusal(Font([.. _tables.Skip(1)])));
        Assert.Contains("outlines", Refusal(Font([.. _tables.Where(name => name != "glyf")])));
        Assert.Contains("cut off", Refusal(Font(_tables)[..^3]));
        Assert.Contains("no TrueType", Refusal("wOF2 and more of it"u8.ToArray()));
    }

    [Fact]
    public async Task Price_before_must_be_more_and_of_the_same_currency()
    {
        Assert.Equal(99, (await Read(Priced("99.00", "USD"))).Request.Product!.CompareAtPrice);
        foreach (var (amount, currency) in new[] { ("79.00", "USD"), ("99.00", "EUR") })
        {
            var refused = await Assert.ThrowsAsync<RequestException>(() => Read(Priced(amount, currency)));
            Assert.Equal("product.compare_at_price", refused.Errors[0].Field);
        }
    }

    [Fact]
    public async Task Storyboard_may_use_no_logo_that_was_not_sent()
    {
        var board = JsonNode.Parse("""{"title":"x","shots":[{"id":"a","seconds":2,"subjects":["p"]}],"cast":[{"id":"p","name":"p","form":"ball"}],"brand":{}}""")!;
        board["brand"]!["logo"] = new string('a', 64);
        var refused = await Assert.ThrowsAsync<RequestException>(() => Read($$"""{"storyboard":{{board.ToJsonString()}}}"""));
        Assert.Equal("storyboard.brand.logo", refused.Errors[0].Field);
    }

    private static string Priced(string before, string currency) =>
        $$"""{"product":{"title":"Cup","price":{"amount":"79.00","currency":"USD"},"compare_at_price":{"amount":"{{before}}","currency":"{{currency}}"},"rating":{"value":4.8,"count":1234} } }""";

    private static string Refusal(byte[] font) => Assert.Throws<RequestException>(() => FontDesk.Check("brand.font", font)).Message;

    private static string Url(byte[] font) => "data:font/ttf;base64," + Convert.ToBase64String(font);

    private static byte[] Font(IReadOnlyList<string> tables)
    {
        var file = new byte[12 + (tables.Count * 20)];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        foreach (var (i, name) in tables.Index())
        {
            var record = file.AsSpan(12 + (i * 16));
            Encoding.ASCII.GetBytes(name, record);
            BinaryPrimitives.WriteInt32BigEndian(record[8..], 12 + (tables.Count * 16) + (i * 4));
            BinaryPrimitives.WriteInt32BigEndian(record[12..], 4);
        }

        return file;
    }

    private Task<ReadOrder> Read(string json) =>
        new AdRequestReader(new PictureDesk(new FileFetcher(_http)), new ModelDesk(new FileFetcher(_http)), new FontDesk(new FileFetcher(_http)), new SoundDesk(new FileFetcher(_http))).Read(
            Encoding.UTF8.GetBytes(json), new TenantBlobs(_blobs, "default"), EngineList.World, null, default);
}
