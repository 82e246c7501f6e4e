using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Fingerprints;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Api.Tests.Verify;

/// <summary>Manifests are given back to copies that lost them, to whom they belong.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private static readonly WatermarkId _mark = new(0x0123_4567_89ab);
    private static readonly (string Label, byte[] Store) _manifest = Marked.ManifestOf(Marked.Signed(Marked.Copy(_mark), _mark));
    private static readonly string _byBinding =
        $"/v1/matches/byBinding?alg={Watermarking.Algorithm}&value={Uri.EscapeDataString(Convert.ToBase64String(_mark.ToBytes()))}";

    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start(new ApiOptions());

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Stripped_copy_leads_to_the_manifest_byte_for_byte()
    {
        using var answer = await _host.Client.PostAsync("/v1/matches/byContent", VerifyTests.Raw(Marked.Copy(_mark), "video/mp4"));
        var match = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("matches").EnumerateArray());
        Assert.Equal(_manifest.Label, match.Text("manifestId"));

        using var manifest = await _host.Client.GetAsync($"/v1/manifests/{match.Text("manifestId")}");
        Assert.Equal("application/c2pa", manifest.Content.Headers.ContentType!.MediaType);
        Assert.Equal(_manifest.Store, await manifest.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Soft_binding_of_a_manifest_leads_to_it()
    {
        Assert.Equal(_manifest.Label, Assert.Single((await _host.Client.GetJson(_byBinding)).GetProperty("matches").EnumerateArray()).Text("manifestId"));
        var known = await _host.Client.GetJson("/v1/services/supportedAlgorithms");
        Assert.Equal(Watermarking.Algorithm, Assert.Single(known.GetProperty("watermarks").EnumerateArray()).Text("alg"));
        Assert.Equal(Fingerprint.Algorithm, Assert.Single(known.GetProperty("fingerprints").EnumerateArray()).Text("alg"));
    }

    [Fact]
    public async Task Manifests_of_marked_stills_come_after_that_of_the_video_and_those_of_others_not_at_all()
    {
        await _host.Use(async (SoraDatabase database) =>
        {
            database.Manifests.AddRange(((string[])["poster.jpg", "thumbnail.webp"]).Select(name => new ManifestRow
            {
                Label = "urn:c2pa:" + name, TenantId = "default", VideoId = "video_1", Channel = "web", Name = name, Path = name, At = DateTimeOffset.UnixEpoch,
            }));
            return await database.SaveChangesAsync();
        });

        Assert.Equal(
            [_manifest.Label, "urn:c2pa:poster.jpg"],
            (await _host.Client.GetJson(_byBinding)).GetProperty("matches").EnumerateArray().Select(match => match.Text("manifestId")));
    }

    [Fact]
    public async Task Fingerprint_of_a_manifest_leads_to_it_and_another_one_to_nothing()
    {
        await _host.Use(async (SoraDatabase database) =>
        {
            database.Fingerprints.Add(new FingerprintRow
            {
                VideoId = "video_1", Channel = "web", TenantId = "default", Algorithm = Fingerprint.Algorithm, Content = Look(1), At = DateTimeOffset.UnixEpoch,
            });
            return await database.SaveChangesAsync();
        });

        Assert.Equal(_manifest.Label, Assert.Single((await _host.Client.GetJson(ByLook(Look(1)))).GetProperty("matches").EnumerateArray()).Text("manifestId"));
        Assert.Empty((await _host.Client.GetJson(ByLook(Look(2)))).GetProperty("matches").EnumerateArray());
        Assert.Empty((await (await _host.OtherTenant("rival")).GetJson(ByLook(Look(1)))).GetProperty("matches").EnumerateArray());
    }

    [Theory]
    [InlineData("/v1/matches/byBinding?alg=com.example&value=AAAAAAAA", "alg")]
    [InlineData($"/v1/matches/byBinding?alg={Watermarking.Algorithm}&value=AA==", "value")]
    [InlineData($"/v1/matches/byBinding?alg={Watermarking.Algorithm}", "value")]
    [InlineData($"/v1/matches/byBinding?alg={Fingerprint.Algorithm}&value=AAAAAAAA", "value")]
    public async Task Binding_that_is_none_is_refused(string path, string param)
    {
        using var answer = await _host.Client.GetAsync(path);
        Assert.Equal(param, (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task Other_tenants_find_nothing_unless_the_deployment_opened_its_manifests()
    {
        var rival = await _host.OtherTenant("rival");
        Assert.Empty((await rival.GetJson(_byBinding)).GetProperty("matches").EnumerateArray());
        using var manifest = await rival.GetAsync($"/v1/manifests/{_manifest.Label}");
        await manifest.Error(HttpStatusCode.NotFound);

        await using var open = await Start(new ApiOptions { OpenManifests = true, OpenVerification = true });
        using var given = await open.NewClient(null).GetAsync($"/v1/manifests/{_manifest.Label}");
        Assert.Equal(_manifest.Store, await given.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Manifest_goes_with_its_video_and_the_mark_is_still_known()
    {
        using var deleted = await _host.Client.DeleteAsync("/v1/videos/video_1");
        deleted.EnsureSuccessStatusCode();

        using var manifest = await _host.Client.GetAsync($"/v1/manifests/{_manifest.Label}");
        await manifest.Error(HttpStatusCode.NotFound);
        Assert.DoesNotContain(_host.Blobs.Paths, path => path.EndsWith("/store", StringComparison.Ordinal));
        var match = Assert.Single((await VerifyTests.Verify(_host.Client, Marked.Copy(_mark))).GetProperty("matches").EnumerateArray());
        Assert.Equal(("video_1", JsonValueKind.Null), (match.Text("video_id"), match.GetProperty("request").ValueKind));
    }

    /// <summary>Four seconds of a picture that was drawn by lot.</summary>
    private static byte[] Look(int seed)
    {
        var bytes = new byte[16 * Descriptor.Bytes];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static string ByLook(byte[] look) => $"/v1/matches/byBinding?alg={Fingerprint.Algorithm}&value={Uri.EscapeDataString(Convert.ToBase64String(look))}";

    private static async Task<ApiHost> Start(ApiOptions options)
    {
        const string Path = "tenants/default/content/aa/store";
        var host = await ApiHost.Start(options);
        await VerifyTests.Shelve(host, _mark, _manifest.Label, Path);
        await host.Blobs.PutIfAbsent(Path, new MemoryStream(_manifest.Store), "application/c2pa", default);
        return host;
    }
}
