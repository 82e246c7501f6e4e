using System.Text.Json;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;
using SoraFunctions.Models.Diffusion;
using SoraFunctions.Models.Sessions;
using SoraFunctions.Models.Tests.Diffusion.Tiny;

namespace SoraFunctions.Models.Tests.Diffusion;

public sealed class DiffusionEngineTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly ModelHost _host = new(new() { Sessions = new() { Providers = [ExecutionProvider.Cpu] }, PreviewEvery = 2 });

    public static TheoryData<string> Families => [.. TinyPackage.All.Keys];

    public void Dispose()
    {
        _host.Dispose();
        _temporary.Dispose();
    }

    [Theory, MemberData(nameof(Families))]
    public async Task A_package_of_every_family_makes_a_clip_as_ordered(string family)
    {
        TinyPackage.All[family](_temporary.File("models/" + family));
        var engine = Assert.Single(DiffusionEngines.In(_temporary.File("models"), _host));
        Assert.Equal("diffusion", engine.Name);
        Assert.Empty(engine.Abilities.Notes);
        Assert.True(engine.Abilities.Ready);
        var order = Orders.Small();

        var log = await Render(engine, order, "clip");

        var clip = await VideoProbe.Read(Path.Combine(_temporary.File("clip"), OutputNames.Clip), CancellationToken.None);
        Assert.Equal((128, 128, 12, "24/1"), (clip.Picture.Width, clip.Picture.Height, clip.Picture.Frames, clip.Picture.Rate));
        Assert.Contains(log.Warnings, warning => warning.StartsWith("The model made pictures of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Equal_orders_give_equal_files()
    {
        var engine = Open("ltx");
        await Render(engine, Orders.Small(), "one");
        await Render(engine, Orders.Small(), "same");
        await Render(engine, Orders.Small(seed: 8), "other");
        Assert.Equal(Bytes("one"), Bytes("same"));
        Assert.NotEqual(Bytes("one"), Bytes("other"));
        Assert.Equal(engine.Version, Open("ltx").Version);
    }

    [Fact]
    public async Task The_product_is_seen_where_the_model_takes_pictures()
    {
        var engine = Open("ltx");
        Assert.True(engine.Abilities.ShowsPictures);
        var log = await Render(engine, Orders.Small().WithPicture("picture"), "clip", _ => Picture(0xff, 0x20, 0x10));
        Assert.DoesNotContain(log.Warnings, warning => warning.Contains("drawn from words", StringComparison.Ordinal));
        Assert.InRange((await FirstFrame("clip")).Red, 200, 255);
        await Render(engine, Orders.Small().WithPicture("picture"), "other", _ => Picture(0x10, 0x20, 0xff));
        Assert.InRange((await FirstFrame("other")).Red, 0, 60);
    }

    [Fact]
    public async Task A_clip_begins_with_the_frame_that_is_ordered_rather_than_with_the_product()
    {
        var engine = Open("ltx");
        Assert.Equal([PictureRole.FirstFrame, PictureRole.Reference], engine.Abilities.PictureRoles);
        var order = Orders.Small().WithPicture("product") with { Pictures = [new("frame", PictureRole.FirstFrame), new("view", PictureRole.Reference)] };
        Assert.Equal(["product", "frame", "view"], new ShotJob(order).Inputs);

        var log = await Render(engine, order, "clip", hash => hash == "frame" ? Picture(0xff, 0x20, 0x10) : Picture(0x10, 0x20, 0xff));

        Assert.InRange((await FirstFrame("clip")).Red, 200, 255);
        Assert.Contains("The model takes one picture to begin with: 1 given as reference is not used.", log.Warnings);
    }

    [Fact]
    public async Task A_reference_is_shown_where_the_product_has_no_picture()
    {
        await Render(Open("ltx"), Orders.Small() with { Pictures = [new("view", PictureRole.Reference)] }, "clip", _ => Picture(0xff, 0x20, 0x10));
        Assert.InRange((await FirstFrame("clip")).Red, 200, 255);
    }

    [Fact]
    public async Task A_clip_ends_with_the_frame_that_is_ordered_where_the_model_can()
    {
        var engine = Open("wan-first-picture");
        Assert.Contains(PictureRole.LastFrame, engine.Abilities.PictureRoles);
        var order = Orders.Small() with { Pictures = [new("end", PictureRole.LastFrame)] };
        await Render(engine, order, "red", _ => Picture(0xff, 0x20, 0x10));
        await Render(engine, order, "same", _ => Picture(0xff, 0x20, 0x10));
        await Render(engine, order, "blue", _ => Picture(0x10, 0x20, 0xff));
        Assert.Equal(Bytes("red"), Bytes("same"));
        Assert.NotEqual(Bytes("red"), Bytes("blue"));
    }

    [Fact]
    public async Task A_picture_in_a_role_that_the_model_does_not_take_is_told_of()
    {
        var engine = Open("ltx");
        var log = await Render(engine, Orders.Small() with { Pictures = [new("end", PictureRole.LastFrame)] }, "clip");
        Assert.Contains("The model takes no picture as last frame: it is not used.", log.Warnings);
        Assert.Empty(Open("mochi", "others").Abilities.PictureRoles);
    }

    [Fact]
    public async Task A_label_that_is_wrapped_round_a_can_is_no_view_of_it()
    {
        var order = Orders.Small().WithPicture("label");
        var log = await Render(Open("ltx"), order with { Cast = [order.Cast[0] with { Form = Form.Can }] }, "clip");
        Assert.Contains("The model takes views of things, not 3-D models and wrapped labels: bottle is drawn from words and will not look like the real one.", log.Warnings);
    }

    [Fact]
    public async Task A_remix_begins_from_an_earlier_clip_and_leaves_it_as_far_as_it_may()
    {
        var engine = Open("ltx");
        Assert.True(engine.Abilities.TakesClips);
        await Film(0.9f, "source");
        var source = Path.Combine(_temporary.File("source"), OutputNames.Clip);
        var order = Orders.Small(1) with { Source = new("source", 0.25) };
        await Render(engine, order, "near", _ => source);
        await Render(engine, order, "same", _ => source);
        await Film(0.1f, "other");
        await Render(engine, order, "elsewhere", _ => Path.Combine(_temporary.File("other"), OutputNames.Clip));
        await Render(engine, Orders.Small(1), "anew");
        Assert.Equal(Bytes("near"), Bytes("same"));
        Assert.NotEqual(Bytes("near"), Bytes("elsewhere"));
        Assert.NotEqual(Bytes("near"), Bytes("anew"));
        Assert.Equal(["source"], new ShotJob(order).Inputs);
    }

    [Fact]
    public async Task A_package_that_cannot_begin_from_a_clip_says_so()
    {
        var engine = Open("wan");
        Assert.False(engine.Abilities.TakesClips);
        var log = await Render(engine, Orders.Small() with { Source = new("source", 0.5) }, "clip");
        Assert.Contains("The model package has no vae_encoder: the clip to begin from is not looked at, and all is made anew.", log.Warnings);
    }

    [Fact]
    public async Task What_was_not_met_is_in_the_log()
    {
        var engine = Open("wan");
        Assert.False(engine.Abilities.ShowsPictures);
        var log = await Render(engine, Orders.Small(1, brief: string.Join(' ', Enumerable.Repeat("red bottle", 20))).WithPicture("picture"), "clip");
        Assert.Contains("The model takes no pictures: bottle is drawn from words and will not look like the real one.", log.Warnings);
        Assert.Contains("The model made 16 frames a second; those between are mixed for 24.", log.Warnings);
        Assert.Contains("The shot is longer than the model's own 0.6 s: it is made in windows that overlap, and may drift.", log.Warnings);
        Assert.Contains(log.Warnings, warning => warning.StartsWith("The prompt is longer than the model reads: its last ", StringComparison.Ordinal));
        Assert.Equal(24, (await VideoProbe.Read(Path.Combine(_temporary.File("clip"), OutputNames.Clip), CancellationToken.None)).Picture.Frames);
    }

    [Fact]
    public async Task Previews_are_written_while_it_works_and_progress_grows_to_one()
    {
        var engine = Open("mochi");
        var reports = new Reports();
        var folder = Directory.CreateDirectory(_temporary.File("clip")).FullName;
        await engine.Render(Orders.Small(), _ => "", folder, reports, CancellationToken.None);
        Assert.Equal([0xff, 0xd8], File.ReadAllBytes(Path.Combine(folder, OutputNames.Preview))[..2]);
        Assert.Equal(reports.Values.Order(), reports.Values);
        Assert.Equal(1, reports.Values[^1], 1e-9);
        Assert.Equal([OutputNames.Clip, OutputNames.Log, OutputNames.Preview], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_shot_is_given_up_when_it_is_cancelled()
    {
        var engine = Open("wan");
        using var cancellation = new CancellationTokenSource();
        var folder = Directory.CreateDirectory(_temporary.File("clip")).FullName;
        var reports = new Reports(value => { if (value > 0.2) cancellation.Cancel(); });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.Render(Orders.Small(), _ => "", folder, reports, cancellation.Token));
        Assert.False(File.Exists(Path.Combine(folder, OutputNames.Clip)));
        // The next order has its turn.
        await Render(engine, Orders.Small(), "next");
    }

    [Fact]
    public async Task A_package_that_cannot_run_is_listed_and_says_why()
    {
        TinyPackage.Wan(_temporary.File("models/wan"));
        File.Delete(Path.Combine(_temporary.File("models/wan"), "transformer", "model.onnx"));
        var engine = Assert.Single(DiffusionEngines.In(_temporary.File("models"), _host));
        Assert.False(engine.Abilities.Ready);
        Assert.Equal("Transformer: it has no model.onnx.", Assert.Single(engine.Abilities.Notes));
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => Render(engine, Orders.Small(), "clip"));
        Assert.Equal("The engine diffusion can't run its package wan: transformer: it has no model.onnx.", thrown.Message);
    }

    [Fact]
    public async Task A_graph_that_lies_of_its_output_is_an_error_of_its_package()
    {
        TinyPackage.Wan(_temporary.File("models/wan"));
        TinyPackage.Save(new TinyVae(16, 4, 16).Decoder(), _temporary.File("models/wan"), "vae_decoder");
        var engine = Assert.Single(DiffusionEngines.In(_temporary.File("models"), _host));
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => Render(engine, Orders.Small(), "clip"));
        Assert.Contains("vae_decoder: it gave ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shot_that_is_too_long_is_refused()
    {
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => Render(Open("wan"), Orders.Small(21), "clip"));
        Assert.Equal("The engine diffusion makes shots of at most 20 s, not 21 s.", thrown.Message);
    }

    [Fact]
    public void Several_packages_are_engines_of_their_own_and_the_first_that_runs_is_diffusion_too()
    {
        Assert.Empty(DiffusionEngines.In(_temporary.File("nothing"), _host));
        TinyPackage.Wan(_temporary.File("models/Wan 2.1"));
        TinyPackage.Mochi(_temporary.File("models/mochi"));
        TinyPackage.Text(_temporary.File("models"), "A broken one/model_index.json", "{");
        TinyPackage.Text(_temporary.File("models"), "no package/readme.txt", "");
        var engines = DiffusionEngines.In(_temporary.File("models"), _host);
        Assert.Equal(["diffusion", "diffusion-a-broken-one", "diffusion-wan-2-1", "diffusion-mochi"], engines.Select(engine => engine.Name));
        Assert.Equal(engines[2].Version, engines[0].Version);
        Assert.Equal([true, false, true, true], engines.Select(engine => engine.Abilities.Ready));
        Assert.Equal(4, engines.Select(engine => engine.Version).Append("").Distinct().Count());
    }

    [Fact]
    public void Other_weights_are_another_version()
    {
        var before = Open("wan").Version;
        var path = Path.Combine(_temporary.File("models/wan"), "transformer", "model.onnx");
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.NotEqual(before, Assert.Single(DiffusionEngines.In(_temporary.File("models"), _host)).Version);
    }

    [Theory, InlineData("ltx"), InlineData("wan-experts"), InlineData("mochi"), InlineData("cogvideox-first-picture")]
    public async Task Warmed_up_the_models_are_loaded(string family)
    {
        var engine = Open(family);
        await engine.WarmUp(CancellationToken.None);
        Assert.Contains(_host.Pool.Status.Models, model => model.Path.EndsWith("transformer/model.onnx", StringComparison.Ordinal));
        Assert.Contains(_host.Pool.Status.Models, model => model.Path.EndsWith("vae_decoder/model.onnx", StringComparison.Ordinal));
        Assert.All(_host.Pool.Status.Models, model => Assert.Equal(0, model.Users));
    }

    [Fact]
    public async Task When_memory_has_run_out_once_no_model_stays_that_is_not_in_use()
    {
        var engine = Open("wan-experts");
        await Render(engine, Orders.Small(), "plenty");
        Assert.True(_host.Pool.Status.Models.Count >= 4);
        _host.RunOutOfMemory();
        Assert.Empty(_host.Pool.Status.Models);
        await Render(engine, Orders.Small(), "little");
        Assert.Equal(["vae_decoder"], _host.Pool.Status.Models.Select(model => Path.GetFileName(Path.GetDirectoryName(model.Path))));
        Assert.Equal(Bytes("plenty"), Bytes("little"));
    }

    [Fact]
    public void Devices_that_could_not_be_used_are_noted()
    {
        using var host = new ModelHost(new() { Sessions = new() { Providers = [ExecutionProvider.Cuda, ExecutionProvider.Cpu] } });
        TinyPackage.Wan(_temporary.File("models/wan"));
        var abilities = Assert.Single(DiffusionEngines.In(_temporary.File("models"), host)).Abilities;
        Assert.True(abilities.Device == "cuda" ? abilities.Notes.Count == 0 : abilities.Notes.Single().StartsWith("Not computed on cuda: ", StringComparison.Ordinal));
    }

    private DiffusionEngine Open(string family, string folder = "models")
    {
        TinyPackage.All[family](_temporary.File($"{folder}/{family}"));
        return Assert.Single(DiffusionEngines.In(_temporary.File(folder), _host));
    }

    // A grey clip of half a second.
    private async Task Film(float grey, string name)
    {
        var format = new FrameFormat(64, 64, 24);
        await using var writer = new VideoWriter(Path.Combine(Directory.CreateDirectory(_temporary.File(name)).FullName, OutputNames.Clip), format);
        for (var frame = 0; frame < 12; frame++)
        {
            var buffer = writer.Rent();
            buffer.AsSpan(0, 64 * 64).Fill((byte)(16 + 219 * grey));
            buffer.AsSpan(64 * 64).Fill(128);
            await writer.Write(buffer, CancellationToken.None);
        }
        await writer.Complete(CancellationToken.None);
    }

    private byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(_temporary.File(name), OutputNames.Clip));

    // The mean colour of the middle of the first frame.
    private async Task<(double Red, double Blue)> FirstFrame(string name)
    {
        var path = Path.Combine(_temporary.File(name), OutputNames.Clip);
        var rgb = await Ffmpeg.Read(["-i", path, "-frames:v", "1", "-vf", "crop=8:8,scale=1:1:flags=area", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"], CancellationToken.None);
        return (rgb[0], rgb[2]);
    }

    private string Picture(byte red, byte green, byte blue)
    {
        var path = _temporary.File($"{red}-{green}-{blue}.bmp");
        const int side = 16;
        var bytes = new byte[54 + 3 * side * side];
        "BM"u8.CopyTo(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(2), bytes.Length);
        BitConverter.TryWriteBytes(bytes.AsSpan(10), 54);
        BitConverter.TryWriteBytes(bytes.AsSpan(14), 40);
        BitConverter.TryWriteBytes(bytes.AsSpan(18), side);
        BitConverter.TryWriteBytes(bytes.AsSpan(22), side);
        (bytes[26], bytes[28]) = (1, 24);
        for (var i = 54; i < bytes.Length; i += 3)
            (bytes[i], bytes[i + 1], bytes[i + 2]) = (blue, green, red);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private async Task<ClipLog> Render(DiffusionEngine engine, ShotOrder order, string name, Func<string, string>? assets = null)
    {
        var folder = Directory.CreateDirectory(_temporary.File(name)).FullName;
        await engine.Render(order, assets ?? (hash => throw new InvalidOperationException(hash)), folder, new Progress<double>(), CancellationToken.None);
        await using var log = File.OpenRead(Path.Combine(folder, OutputNames.Log));
        return (await JsonSerializer.DeserializeAsync(log, ContractJson.Default.ClipLog))!;
    }

    private sealed class Reports(Action<double>? then = null) : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value)
        {
            Values.Add(value);
            then?.Invoke(value);
        }
    }
}
