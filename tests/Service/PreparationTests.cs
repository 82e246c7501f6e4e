using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Preparations;

namespace SoraFunctions.Service.Tests;

/// <summary>What a replica does before its first job.</summary>
public sealed class PreparationTests : IDisposable
{
    private readonly string _models = Directory.CreateTempSubdirectory("sora-models-").FullName;

    public void Dispose() => Directory.Delete(_models, recursive: true);

    private void Package(string name, string text, string? listed = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_models, name))!);
        File.WriteAllText(Path.Combine(_models, name), text);
        File.AppendAllText(Path.Combine(_models, "sha256sums"), $"{Jobs.Hash(Jobs.Bytes(listed ?? text))}  {name}\n");
    }

    private Task Prepare(params IEngine[] engines) => Preparation.Run(_models, engines, TimeSpan.FromSeconds(30), NullLogger.Instance);

    [Fact]
    public async Task Packages_that_are_as_listed_pass_and_engines_render_once()
    {
        Package("wan/unet.onnx", "weights");
        Package("wan/vae.onnx", "more weights");
        var engine = new FakeEngine();
        await Prepare(engine);
        Assert.Equal(1, engine.Renders);
    }

    [Fact]
    public async Task Folder_without_packages_or_list_passes() => await Preparation.Run("/nowhere", [], TimeSpan.FromSeconds(1), NullLogger.Instance);

    [Fact]
    public async Task Package_that_was_changed_is_named_and_so_is_one_that_is_missing()
    {
        Package("wan/unet.onnx", "weights");
        Package("wan/vae.onnx", "broken", listed: "whole");
        Assert.Contains("wan/vae.onnx has sha256", (await Assert.ThrowsAsync<InvalidDataException>(() => Prepare())).Message);
        File.Delete(Path.Combine(_models, "wan/unet.onnx"));
        Assert.Contains("wan/unet.onnx is listed", (await Assert.ThrowsAsync<InvalidDataException>(() => Prepare())).Message);
    }

    [Fact]
    public async Task Engine_that_cannot_be_warmed_up_is_used_all_the_same()
    {
        await Prepare(new FakeEngine { Middle = (_, _, _, _) => throw new InvalidDataException("too small a frame") });
    }

    [Fact]
    public async Task Desk_takes_no_job_before_it_is_prepared_and_none_if_that_fails()
    {
        var prepared = new TaskCompletionSource();
        await using var desk = new DeskUnderTest(options => options with { Prepared = prepared.Task });
        await desk.Worker.Submit("k", Jobs.Shot(1), default);
        Assert.NotNull(desk.Desk.Trouble);
        Assert.Equal(RenderState.Queued, (await desk.Worker.Status("k", 0, TimeSpan.FromMilliseconds(50), default))!.State);
        prepared.SetResult();
        Assert.Equal(RenderState.Completed, (await desk.Worker.End("k")).State);
        Assert.Null(desk.Desk.Trouble);

        await using var broken = new DeskUnderTest(options => options with { Prepared = Task.FromException(new InvalidDataException("unet.onnx differs")) });
        Assert.Contains("unet.onnx", broken.Desk.Trouble);
    }
}
