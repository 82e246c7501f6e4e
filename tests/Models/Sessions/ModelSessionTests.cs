using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Tests.Sessions;

public sealed class ModelSessionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_model_is_loaded_on_the_best_provider_and_says_why_not_a_better_one()
    {
        using var session = ModelSession.Open(SmallModels.Affine(2).Save(_folder.File("model.onnx")), new());
        Assert.Equal((int)session.Provider, session.Fallbacks.Count);
        Assert.Equal([3, 5, 7], Affine(session, [1, 2, 3]));
    }

    [Fact]
    public void A_model_says_what_it_takes_and_gives()
    {
        using var session = ModelSession.Open(SmallModels.Affine(2).Save(_folder.File("model.onnx")), new());
        var input = Assert.Single(session.Inputs);
        Assert.Equal(("x", TensorElementType.Float, 2), (input.Name, input.Type, input.Rank));
        Assert.Equal([-1, 3], input.Shape);
        Assert.Equal(["batch", ""], input.Axes);
        Assert.Equal("y", Assert.Single(session.Outputs).Name);
    }

    [Fact]
    public void Many_threads_share_one_session()
    {
        using var session = ModelSession.Open(SmallModels.Affine(2).Save(_folder.File("model.onnx")), new());
        Parallel.For(0, 200, turn => Assert.Equal([2 * turn + 1, 1, 1], Affine(session, [turn, 0, 0])));
    }

    [Fact]
    public void A_second_start_uses_the_optimised_graph_of_the_first()
    {
        var path = SmallModels.Affine(2).Save(_folder.File("model.onnx"));
        var settings = new SessionSettings { CacheFolder = _folder.File("cache") };
        using var first = ModelSession.Open(path, settings);
        Assert.Null(first.CacheProblem);
        var graph = Assert.Single(Directory.GetFiles(settings.CacheFolder, "model.onnx", SearchOption.AllDirectories));
        var written = File.GetLastWriteTimeUtc(graph);

        using var second = ModelSession.Open(path, settings);

        Assert.Equal(written, File.GetLastWriteTimeUtc(graph));
        Assert.Equal(Affine(first, [1, 2, 3]), Affine(second, [1, 2, 3]));
    }

    [Fact]
    public void A_changed_model_is_optimised_anew()
    {
        var path = SmallModels.Affine(2).Save(_folder.File("model.onnx"));
        var settings = new SessionSettings { CacheFolder = _folder.File("cache") };
        ModelSession.Open(path, settings).Dispose();
        SmallModels.Affine(5).Save(path);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);

        using var session = ModelSession.Open(path, settings);

        Assert.Equal([6, 11, 16], Affine(session, [1, 2, 3]));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_time_alone()
    {
        File.WriteAllText(_folder.File("taken"), "a file where the folder should be");
        using var session = ModelSession.Open(SmallModels.Affine(2).Save(_folder.File("model.onnx")), new() { CacheFolder = _folder.File("taken") });
        Assert.NotNull(session.CacheProblem);
        Assert.Equal([3, 5, 7], Affine(session, [1, 2, 3]));
    }

    [Fact]
    public void Large_weights_of_an_optimised_graph_lie_beside_it()
    {
        var settings = new SessionSettings { CacheFolder = _folder.File("cache") };
        ModelSession.Open(SmallModels.Heavy(4096).Save(_folder.File("model.onnx")), settings).Dispose();
        Assert.Single(Directory.GetFiles(settings.CacheFolder, "model.onnx.data", SearchOption.AllDirectories));
        ModelSession.Open(_folder.File("model.onnx"), settings).Dispose();
    }

    [Fact]
    public void The_size_of_a_model_counts_the_files_of_weights_that_it_names()
    {
        var path = SmallModels.Affine(2).ExternalConstant("weights", 4, "some.weights").Save(_folder.File("model.onnx"));
        File.WriteAllText(_folder.File("some.weights"), "0123456789abcdef");
        File.WriteAllText(_folder.File("model.onnx.bak"), "of no account");
        Assert.Equal(["model.onnx", "some.weights"], ModelFiles.Of(path).Select(file => file.Name));
        Assert.Equal(new FileInfo(path).Length + 16, ModelFiles.Bytes(path));
    }

    [Fact]
    public void Warming_up_runs_the_model_once_at_the_lengths_given()
    {
        using var session = ModelSession.Open(SmallModels.Affine(2).Save(_folder.File("model.onnx")), new());
        session.WarmUp();
        session.WarmUp(new Dictionary<string, long> { ["batch"] = 4 });
    }

    [Fact]
    public async Task A_long_run_ends_when_it_is_cancelled()
    {
        using var session = ModelSession.Open(SmallModels.Chain(4000).Save(_folder.File("model.onnx")), new());
        using var cancellation = new CancellationTokenSource();
        using var x = OrtValue.CreateTensorValueFromMemory(new float[512 * 512], [512, 512]);
        var run = Task.Run(() => session.Run(new Dictionary<string, OrtValue> { ["x"] = x }, null, cancellation.Token));
        cancellation.CancelAfter(20);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public void A_file_that_is_missing_or_no_model_is_named()
    {
        Assert.Contains("no such file", Assert.Throws<ModelLoadException>(() => ModelSession.Open(_folder.File("none.onnx"), new())).Message);
        File.WriteAllText(_folder.File("bad.onnx"), "not a model");
        Assert.Contains("bad.onnx cannot be loaded: the file is no ONNX model",
            Assert.Throws<ModelLoadException>(() => ModelSession.Open(_folder.File("bad.onnx"), new())).Message);
    }

    [Fact]
    public void A_model_that_no_provider_can_load_gives_the_reason_of_each()
    {
        var path = SmallModels.Affine(2).Node("NoSuchOperator", ["x"], ["z"]).Save(_folder.File("model.onnx"));
        var thrown = Assert.Throws<ModelLoadException>(() => ModelSession.Open(path, new()));
        Assert.Contains("Cpu: ", thrown.Message);
        Assert.Contains("NoSuchOperator", thrown.Message);
    }

    private static float[] Affine(ModelSession session, float[] row)
    {
        using var x = OrtValue.CreateTensorValueFromMemory(row, [1, 3]);
        using var outputs = session.Run(new Dictionary<string, OrtValue> { ["x"] = x });
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
