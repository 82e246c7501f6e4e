using System.Text.Json;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
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

    private async Task<ClipLog> Render(DiffusionEngine engine, ShotOrder order, string name, Func<string, string>? assets = null)
    {
        var folder = Directory.CreateDirectory(_temporary.File(name)).FullName;
        await engine.Render(order, assets ?? (hash => throw new InvalidOperationException(hash)), folder, new Progress<double>(), CancellationToken.None);
        await using var log = File.OpenRead(Path.Combine(folder, OutputNames.Log));
        return (await JsonSerializer.DeserializeAsync(log, ContractJson.Default.ClipLog))!;
    }
}
