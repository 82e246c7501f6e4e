using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Preparations;
using SoraFunctions.Service.Stores;
using SoraFunctions.Service.Tests.Stores;

namespace SoraFunctions.Service.Tests;

/// <summary>Model packages that come from a store.</summary>
public sealed class PackageFetchTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("sora-packages-").FullName;
    private readonly ManualTime _time = new();
    private readonly CancellationTokenSource _stop = new();

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private string Home => Path.Combine(_root, "cache", "wan");

    private IStore Store => new FolderStore(Path.Combine(_root, "store"));

    [Fact]
    public async Task Package_is_fetched_whole_with_its_list_and_found_again_by_its_list_alone()
    {
        Publish(("model_index.json", "{}"), ("unet/model.onnx", "weights"));
        Assert.Equal([Home], await Fetch().All([new PackageOrder("wan", Store, "packages/wan")], default));
        Assert.Equal("weights", File.ReadAllText(Path.Combine(Home, "unet/model.onnx")));
        Assert.Equal(["model.onnx", "model_index.json", "sha256sums"], Files(Home));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_root, "cache", ".incoming")));

        var counting = new Counting(Store);
        await Fetch().All([new PackageOrder("wan", counting, "packages/wan")], default);
        Assert.Equal(["packages/wan/sha256sums"], counting.Opened);
    }

    [Fact]
    public async Task Transfer_that_broke_off_goes_on_where_it_was()
    {
        var weights = new string('w', 3_000_000);
        Publish(("model_index.json", "{}"), ("model.onnx", weights));
        var breaking = new Counting(Store) { BreaksAfter = 1_500_000 };
        await Assert.ThrowsAsync<IOException>(() => Fetch().One(new PackageOrder("wan", breaking, "packages/wan"), default));
        Assert.False(Directory.Exists(Home));

        var whole = new Counting(Store);
        await Fetch().One(new PackageOrder("wan", whole, "packages/wan"), default);

        Assert.Equal(weights, File.ReadAllText(Path.Combine(Home, "model.onnx")));
        Assert.InRange(whole.From["packages/wan/model.onnx"], 1_000_000, 1_500_000);
        Assert.DoesNotContain("packages/wan/model_index.json", whole.Opened);
    }

    [Fact]
    public async Task File_that_is_not_as_listed_is_named_and_nothing_appears()
    {
        Publish(("model_index.json", "{}"), ("model.onnx", "weights"));
        File.WriteAllText(Path.Combine(_root, "store/packages/wan/model.onnx"), "changed");
        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => Fetch().One(Order, default));
        Assert.StartsWith("model.onnx of the model package wan has sha256 ", problem.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Home));
        Assert.Empty(Directory.GetFiles(Path.Combine(_root, "cache"), "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Disk_without_room_is_said_in_figures_and_tried_again_until_there_is_some()
    {
        Publish(("model.onnx", "weights"));
        var free = 600L << 20;
        var fetch = Fetch(() => free);
        free = 512L << 20;
        var fetching = fetch.All([Order], _stop.Token);
        await Until(() => fetch.Doing.Contains("the last try failed: no room for model.onnx of the model package wan: 0.00 GB are to come and 0.54 GB are free", StringComparison.Ordinal));

        free = 600L << 20;
        while (!fetching.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(5);
        }

        Assert.Equal([Home], await fetching);
    }

    [Fact]
    public async Task Other_weights_take_the_place_of_former_ones_and_what_is_equal_is_not_fetched_again()
    {
        Publish(("model_index.json", "{}"), ("old.onnx", "old"));
        await Fetch().All([Order], default);
        Publish(("model_index.json", "{}"), ("new.onnx", "new"));
        var counting = new Counting(Store);
        await Fetch().All([new PackageOrder("wan", counting, "packages/wan")], default);
        Assert.Equal(["model_index.json", "new.onnx", "sha256sums"], Files(Home));
        Assert.Equal(["packages/wan/sha256sums", "packages/wan/new.onnx"], counting.Opened);
    }

    [Fact]
    public async Task File_that_was_damaged_here_is_fetched_again_and_a_package_that_is_not_ordered_any_more_goes()
    {
        Publish(("model.onnx", "weights"));
        await Fetch().All([Order], default);
        File.WriteAllText(Path.Combine(Home, "model.onnx"), "damaged");
        await Fetch().All([Order], default);
        Assert.Equal("weights", File.ReadAllText(Path.Combine(Home, "model.onnx")));
        await Fetch().All([], default);
        Assert.False(Directory.Exists(Home));
    }

    [Theory]
    [InlineData("../../elsewhere")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../b")]
    public void List_that_leads_out_of_its_package_is_refused(string path) =>
        Assert.Throws<InvalidDataException>(() => PackageList.Read($"{new string('a', 64)}  {path}\n"));

    [Fact]
    public void List_is_read_as_sha256sum_writes_it() =>
        Assert.Equal([("unet/model.onnx", new string('a', 64))], PackageList.Read($"{new string('a', 64)} *./unet/model.onnx\r\n").Files);

    [Fact]
    public void Setting_names_packages_in_the_own_store_and_in_others()
    {
        var own = Store;
        var orders = PackageOrder.Read($"wan=packages/wan/ ltx={Path.Combine(_root, "other")}#ltx", own, null);
        Assert.Equal([("wan", "packages/wan"), ("ltx", "ltx")], orders.Select(order => (order.Name, order.Prefix)));
        Assert.Same(own, orders[0].Store);
        Assert.NotSame(own, orders[1].Store);
        Assert.Empty(PackageOrder.Read(null, null, null));
        Assert.Contains("SORA_WORKER_STORE is not set", Assert.Throws<InvalidDataException>(() => PackageOrder.Read("wan=packages/wan", null, null)).Message);
        Assert.DoesNotContain("secret", Assert.Throws<InvalidDataException>(() => PackageOrder.Read("https://a.example.com/c?sig=secret#p", own, null)).Message);
    }

    [Fact]
    public async Task While_packages_are_coming_the_worker_says_so_and_promises_nothing()
    {
        var coming = new TaskCompletionSource<IReadOnlyList<IEngine>>();
        await using var desk = new DeskUnderTest(options => options with { Coming = coming.Task, Prepared = coming.Task, Preparing = () => "the model package wan is being fetched" });
        Assert.Equal("the model package wan is being fetched", desk.Desk.Trouble);
        Assert.Equal(["fake"], desk.Desk.Present.Select(engine => engine.Name));
        var busy = await Assert.ThrowsAsync<WorkerException>(() => desk.Worker.Engines(default));
        Assert.Equal(("busy", true, "the model package wan is being fetched"), (busy.Error.Code, busy.Error.Transient, busy.Message));
        var painting = new ShotJob(Jobs.Shot(1).Order with { Engine = "diffusion" });
        await Assert.ThrowsAsync<WorkerException>(() => desk.Worker.Submit("k", painting, default));

        coming.SetResult([new Named("diffusion")]);

        Assert.Equal(["diffusion", "fake"], (await desk.Worker.Engines(default)).Select(engine => engine.Name));
        Assert.Null(desk.Desk.Trouble);
        await desk.Worker.Submit("k", painting, default);
        Assert.Equal(RenderState.Completed, (await desk.Worker.End("k")).State);
    }

    private PackageOrder Order => new("wan", Store, "packages/wan");

    private PackageFetch Fetch(Func<long>? free = null) =>
        new(Path.Combine(_root, "cache"), _time, NullLogger.Instance) { Free = free ?? (() => 1L << 40) };

    private static string[] Files(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)).Order(StringComparer.OrdinalIgnoreCase)];

    private void Publish(params (string Path, string Text)[] files)
    {
        var package = Path.Combine(_root, "store/packages/wan");
        var list = new StringBuilder();
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(package, path))!);
            File.WriteAllText(Path.Combine(package, path), text);
            list.Append(Jobs.Hash(Jobs.Bytes(text))).Append("  ").Append(path).Append('\n');
        }

        File.WriteAllText(Path.Combine(package, "sha256sums"), list.ToString());
    }

    private static async Task Until(Func<bool> done)
    {
        while (!done())
        {
            await Task.Delay(5);
        }
    }

    private sealed class Named(string name) : IEngine
    {
        private readonly FakeEngine _engine = new();

        public string Name => name;

        public string Version => _engine.Version;

        public EngineAbilities Abilities => _engine.Abilities;

        public Task Render(ShotOrder order, Func<string, string> assetPath, string folder, IProgress<double> progress, CancellationToken cancellation) =>
            _engine.Render(order, assetPath, folder, progress, cancellation);
    }
}
