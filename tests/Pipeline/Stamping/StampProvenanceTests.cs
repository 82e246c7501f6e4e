using System.Diagnostics;
using System.IO.Compression;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Signing;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Fingerprints;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Verification;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Pipeline.Tests.Stamping;

/// <summary>Everything that is delivered with a video is signed: the film, its stills, each size of its stream, each file of its project.</summary>
public sealed class StampProvenanceTests : IDisposable
{
    private const string Tenant = "shop";
    private const string Video = "video_1";
    private static readonly Lazy<SigningIdentity> _identity = new(() => SigningIdentity.CreateSelfMade("Example Studio", TimeProvider.System));
    private static readonly Watermarking _marks = new(new WatermarkKey(new byte[32]));

    private readonly FileDatabase _tables = new();
    private readonly MemoryBlobs _blobs = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-stamping-").FullName;

    public StampProvenanceTests() => _tables.Add(FileDatabase.Row(Video, VideoStatus.Queued, DateTimeOffset.UnixEpoch));

    public void Dispose()
    {
        _tables.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Every_file_of_a_rendition_is_signed_and_says_what_it_is()
    {
        var stamped = await Stamp(new OneSigner(_identity.Value));

        var film = await Verified(stamped.Video);
        Assert.Equal(["c2pa.created", "c2pa.watermarked.bound"], film.Actions.Select(action => action.Name));
        Assert.Equal([Watermarking.Algorithm, Fingerprint.Algorithm], film.SoftBindings.Select(binding => binding.Algorithm));
        Assert.Equal(12 * Descriptor.Bytes * 2, film.SoftBindings[1].Value.Length);
        Assert.Equal(1, (await About(stamped.Others!["poster.jpg"])).SoftBindings);
        Assert.Equal(["animation.gif", "delivery.json", "hls.zip", "poster.jpg", "project.zip", "thumbnail.webp"], stamped.Others!.Keys.Order());
        Assert.Equal(["c2pa.created", "c2pa.watermarked.bound", "c2pa.converted"], (await Verified(stamped.Others["poster.jpg"])).Actions.Select(action => action.Name));
        Assert.Equal(Video, (await Verified(stamped.Others["poster.jpg"])).AigcLabel?.ProduceId);
        Assert.Equal(Video, (await Verified(stamped.Others["thumbnail.webp"])).AigcLabel?.ProduceId);
        Assert.Equal(Video, (await Verified(stamped.Others["animation.gif"])).AigcLabel?.ProduceId);
        Assert.Equal(("A film (thumbnail)", 0), await About(stamped.Others["thumbnail.webp"]));
        Assert.Equal(("A film (animation)", 0), await About(stamped.Others["animation.gif"]));
        Assert.Equal(
            ["animation.gif", "hls.zip/180/stream.mp4", "poster.jpg", "thumbnail.webp"], stamped.OtherManifests!.Select(kept => kept.Name));
        Assert.Equal((await Verified(stamped.Others["poster.jpg"])).Lineage[0].ManifestLabel, stamped.OtherManifests!.Single(kept => kept.Name == "poster.jpg").Label);
        var project = await Entries(stamped.Others["project.zip"]);
        Assert.Equal(["finished.mp4", "media/01-one.mp4", "sound/mix.wav"], project.Keys.Where(path => path != "README.txt"));
        Assert.All(project.Where(file => file.Key != "README.txt"), file => Verified(file.Value));
        Assert.Equal("read me", System.Text.Encoding.UTF8.GetString(project["README.txt"]));
    }

    [Fact]
    public async Task Sizes_of_a_stream_are_bound_by_fragment_and_their_playlists_still_point_at_them()
    {
        var stamped = await Stamp(new OneSigner(_identity.Value));

        var entries = await Entries(stamped.Others!["hls.zip"]);
        var report = Verified(entries["180/stream.mp4"]);
        Assert.Equal("A film (stream 180)", report.Lineage[0].Title);
        Assert.Equal("c2pa.transcoded", report.Actions[^1].Name);
        var place = Path.Combine(_folder, "unpacked");
        foreach (var (name, bytes) in entries)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(place, name))!);
            await File.WriteAllBytesAsync(Path.Combine(place, name), bytes);
        }

        Assert.Equal(Frames(Path.Combine(_folder, "180", "index.m3u8")), Frames(Path.Combine(place, "180", "index.m3u8")));
        var playlist = System.Text.Encoding.UTF8.GetString(entries["180/index.m3u8"]);
        var last = playlist.Split('\n').Last(line => line.StartsWith("#EXT-X-BYTERANGE:", StringComparison.Ordinal))["#EXT-X-BYTERANGE:".Length..].Split('@').Select(long.Parse).ToArray();
        Assert.Equal(entries["180/stream.mp4"].Length, last[0] + last[1]);
    }

    [Fact]
    public async Task A_tenant_without_a_key_that_can_sign_gets_no_unsigned_files()
    {
        var clock = new SetClock { Now = DateTimeOffset.UtcNow.AddYears(40) };

        var expired = await Assert.ThrowsAsync<FinalException>(() => Stamp(new OneSigner(_identity.Value), clock));
        var missing = await Assert.ThrowsAsync<FinalException>(() => Stamp(new NoSigner()));

        Assert.Equal(("signing_key_expired", "signing_key_missing"), (expired.Code, missing.Code));
        Assert.Contains("'Example Studio' ended on", expired.Message);
        Assert.Contains("unsigned ones are not delivered", missing.Message);
    }

    [Fact]
    public async Task Manifests_that_ingredients_brought_are_carried_on_in_the_video_alone()
    {
        var earlier = (await Stamp(new OneSigner(_identity.Value))).Others!;
        var picture = earlier["poster.jpg"];

        var stamped = await Stamp(new OneSigner(_identity.Value), change: origin => origin with
        {
            Pictures = ["image/jpeg"], PictureHashes = [picture.Sha256], Music = "audio/mpeg", MusicHash = new string('0', 64), Parent = earlier["thumbnail.webp"],
        });

        var film = await Verified(stamped.Video);
        Assert.Equal(["componentOf", "parentOf"], film.Lineage.Skip(1).Select(one => one.Relationship).Order());
        Assert.Equal("c2pa.opened", film.Actions[0].Name);
        Assert.Single((await Verified(stamped.Others!["poster.jpg"])).Lineage);
    }

    [Fact]
    public async Task A_remix_in_another_language_says_so()
    {
        var parent = (await Stamp(new OneSigner(_identity.Value))).Others!["thumbnail.webp"];

        var film = await Verified((await Stamp(
            new OneSigner(_identity.Value), change: origin => origin with { Parent = parent, Translated = Translation.Between("en-GB", "de") })).Video);

        Assert.Equal(["c2pa.opened", "c2pa.edited", "c2pa.translated", "c2pa.watermarked.bound"], film.Actions.Select(action => action.Name));
        Assert.Null(Translation.Between("en-GB", "en-US"));
        Assert.Null(Translation.Between(null, "de"));
    }

    [Fact]
    public async Task What_publishers_need_to_know_goes_with_the_video()
    {
        var labelled = await Delivery(await Stamp(new OneSigner(_identity.Value), change: origin => origin with { Label = "AI-generated" }));
        var clean = await Stamp(new OneSigner(_identity.Value), change: origin => origin with { Label = "", Markets = ["cn"] });

        Assert.Equal("AI-generated", labelled["visible"]!.GetValue<string>());
        Assert.Equal(["cn", "eu", "us-ny"], labelled["markets"]!.AsArray().Select(market => market!.GetValue<string>()));
        Assert.Equal("campaign-manager-360", labelled["platforms"]![0]!["platform"]!.GetValue<string>());
        Assert.StartsWith("urn:c2pa:", labelled["manifest"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null((await Delivery(clean))["visible"]);
        Assert.Equal("cn 6", $"{clean.Clean!.Markets.Single()} {clean.Clean.MonthsKept}");
    }

    private async Task<System.Text.Json.Nodes.JsonNode> Delivery(StampedFiles files) =>
        System.Text.Json.Nodes.JsonNode.Parse(await new TenantBlobs(_blobs, Tenant).Read(files.Others!["delivery.json"].Sha256, default))!;

    private async Task<StampedFiles> Stamp(ISigners signers, TimeProvider? clock = null, Func<VideoOrigin, VideoOrigin>? change = null)
    {
        var film = Made("video.mp4", "-f lavfi -i testsrc=size=320x180:rate=30:duration=3 -f lavfi -i sine=duration=3 -c:v libx264 -preset ultrafast -g 60 -c:a aac -movflags +faststart");
        Directory.CreateDirectory(Path.Combine(_folder, "180"));
        Run($"-i {film} -map 0:v -c copy -f hls -hls_time 2 -hls_playlist_type vod -hls_segment_type fmp4 -hls_flags independent_segments+single_file -hls_segment_options use_editlist=0:movflags=+frag_custom+delay_moov+default_base_moof -hls_segment_filename {_folder}/180/stream.mp4 {_folder}/180/index.m3u8");
        var files = new Dictionary<string, string>
        {
            [OutputNames.Poster] = Made("poster.jpg", $"-i {film} -frames:v 1"),
            [OutputNames.Thumbnail] = Made("thumbnail.webp", $"-i {film} -frames:v 1 -c:v libwebp"),
            [OutputNames.Gif] = Made("animation.gif", $"-i {film} -frames:v 5 -vf scale=80:-1"),
            [OutputNames.Hls] = Packed("hls.zip", "180/index.m3u8", "180/stream.mp4"),
            [OutputNames.ManifestPicture] = Made("manifest.jpg", $"-i {film} -frames:v 1 -vf scale=160:-1"),
            [OutputNames.Captions] = Written("captions.vtt", "WEBVTT"),
            [OutputNames.Frames] = Zipped(Made("frames.y4m", $"-i {film} -vf fps=4,scale=96:54,format=gray -strict -1 -f yuv4mpegpipe")),
        };
        File.Copy(film, Path.Combine(_folder, "finished.mp4"), overwrite: true);
        Directory.CreateDirectory(Path.Combine(_folder, "media"));
        Directory.CreateDirectory(Path.Combine(_folder, "sound"));
        Made("media/01-one.mp4", $"-i {film} -an -c copy");
        Made("sound/mix.wav", $"-i {film} -vn -c:a pcm_f32le");
        Written("README.txt", "read me");
        files[OutputNames.Project] = Packed("project.zip", "README.txt", "finished.mp4", "media/01-one.mp4", "sound/mix.wav");

        var origin = new VideoOrigin("A film", DateTimeOffset.UnixEpoch, new EngineInfo("world", "1"), 1, new string('a', 64), [], null);
        var order = new StampOrder(await Put(film, "video/mp4"), $"{Video}/web", change?.Invoke(origin) ?? origin)
        {
            Others = (await Task.WhenAll(files.Select(async file => (file.Key, Blob: await Put(file.Value, "application/octet-stream"))))).ToDictionary(file => file.Key, file => file.Blob),
        };
        await using var database = _tables.Open();
        return await new StampProvenance(signers, _blobs, new StageResults(_blobs), new StageProgress(database, new ProgressFeed(), TimeProvider.System), clock ?? TimeProvider.System, _marks, new GrantBook(database, clock ?? TimeProvider.System))
            .Run(new Step<StampOrder>(Tenant, Video, order), default);
    }

    private async Task<BlobRef> Put(string path, string type)
    {
        await using var file = File.OpenRead(path);
        return await new TenantBlobs(_blobs, Tenant).Put(file, type, default);
    }

    private async Task<VerificationReport> Verified(BlobRef blob) => Verified(await new TenantBlobs(_blobs, Tenant).Read(blob.Sha256, default));

    private static VerificationReport Verified(byte[] bytes)
    {
        var report = ProvenanceReader.Verify(new MemoryStream(bytes), _identity.Value.TrustAnchors);
        Assert.True(report.State == VerificationState.Trusted, report.ToJson());
        return report;
    }

    private async Task<(string? Title, int SoftBindings)> About(BlobRef blob)
    {
        var report = await Verified(blob);
        return (report.Lineage[0].Title, report.SoftBindings.Count);
    }

    private async Task<SortedDictionary<string, byte[]>> Entries(BlobRef blob)
    {
        using var zip = new ZipArchive(new MemoryStream(await new TenantBlobs(_blobs, Tenant).Read(blob.Sha256, default)));
        var entries = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using var content = entry.Open();
            await content.CopyToAsync(bytes);
            entries[entry.FullName] = bytes.ToArray();
        }

        return entries;
    }

    private string Packed(string name, params string[] entries)
    {
        var path = Path.Combine(_folder, name);
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var entry in entries)
        {
            zip.CreateEntryFromFile(Path.Combine(_folder, entry), entry);
        }

        return path;
    }

    private static string Zipped(string path)
    {
        using var file = File.Create(path + ".gz");
        using var zip = new GZipStream(file, CompressionLevel.Fastest);
        zip.Write(File.ReadAllBytes(path));
        return path + ".gz";
    }

    private string Written(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        return Path.Combine(_folder, name);
    }

    private string Made(string name, string arguments)
    {
        var path = Path.Combine(_folder, name);
        if (!File.Exists(path))
        {
            Run($"{arguments} {path}");
        }

        return path;
    }

    private static string Frames(string file) => Run($"-i {file} -f md5 -");

    private static string Run(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", $"-v error -y {arguments}") { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private sealed class NoSigner : ISigners
    {
        public ValueTask<SigningIdentity> Of(string tenant, CancellationToken cancellation) =>
            throw SigningFaults.Missing(tenant, "There is no signing.pem.");
    }
}
