using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Noise;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Schedulers;
using SoraFunctions.Models.Sessions;
using SoraFunctions.Models.Tests.Sessions;
using SoraFunctions.Models.Tokenisers;

namespace SoraFunctions.Models.Tests.Packages;

public sealed class ModelPackageTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly string _folder;

    public ModelPackageTests() => SmallPackage.Write(_folder = _temporary.File("package"));

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_whole_package_can_run()
    {
        var package = ModelPackage.Read(_folder);
        Assert.Empty(package.Problems);
        Assert.True(package.CanRun);
        Assert.Equal("LTXPipeline", package.Pipeline);
        Assert.Equal(
            [PartKind.Tokeniser, PartKind.TextEncoder, PartKind.Denoiser, PartKind.Decoder, PartKind.Scheduler],
            package.Parts.Select(part => part.Kind).Order());
        Assert.Equal(new[] { "text_encoder", "transformer", "vae_decoder" }.Sum(name => ModelFiles.Bytes(File(name))), package.Bytes);
        Assert.Equal(128, TokeniserFolder.MaxLength(package.Part(PartKind.Tokeniser)!.Path));
    }

    [Fact]
    public void A_package_leads_from_a_prompt_to_pictures()
    {
        var package = ModelPackage.Read(_folder);
        using var pool = new SessionPool(new(), package.Bytes);
        var prompt = TokenSequence.Of(TokeniserFolder.Open(package.Part(PartKind.Tokeniser)!.Path), "a cat on the table", 16);
        using var encoded = Run(PartKind.TextEncoder, (TensorRole.TokenIds, type => TensorValues.Create(type, prompt.Ids, 1, 16)));
        var text = TensorValues.Read(encoded);

        using var config = JsonDocument.Parse(System.IO.File.ReadAllBytes(package.Part(PartKind.Scheduler)!.Path));
        var sampler = SchedulerConfig.Read(config.RootElement).Start(new(4));
        var latents = new GaussianNoise(5).Values(8);
        foreach (var timestep in sampler.Timesteps)
        {
            using var output = Run(PartKind.Denoiser,
                (TensorRole.Sample, type => TensorValues.Create(type, latents, 1, 1, 8)),
                (TensorRole.Timestep, type => TensorValues.Timestep(type, package.Part(PartKind.Denoiser)!.Binding!.Inputs[TensorRole.Timestep].Rank, timestep, 1, 1)),
                (TensorRole.Text, type => TensorValues.Create(type, text, 1, 16, 4)));
            sampler.Step(latents, TensorValues.Read(output));
        }
        using var pictures = Run(PartKind.Decoder, (TensorRole.Sample, type => TensorValues.Create(type, latents, 1, 2, 1, 2, 2)));

        // Timesteps are whole numbers and samples half precision in this graph: hence the tolerance.
        Assert.All(TensorValues.Read(pictures), value => Assert.Equal(0.5f, value, 0.02f));

        OrtValue Run(PartKind kind, params (TensorRole Role, Func<TensorElementType, OrtValue> Value)[] values)
        {
            var part = package.Part(kind)!;
            using var lease = pool.Rent(part.Path);
            var inputs = values.ToDictionary(one => part.Binding!.Inputs[one.Role].Name, one => one.Value(part.Binding!.Inputs[one.Role].Type));
            try
            {
                return lease.Session.Run(inputs, [part.Binding!.Output.Name])[0];
            }
            finally
            {
                foreach (var input in inputs.Values)
                    input.Dispose();
            }
        }
    }

    [Fact]
    public void A_part_that_is_missing_is_named()
    {
        Directory.Delete(Path.Combine(_folder, "vae_decoder"), true);
        Directory.Delete(Path.Combine(_folder, "text_encoder"), true);
        Assert.Equal(["text_encoder: its folder is missing", "vae: its folder is missing"], ModelPackage.Read(_folder).Problems.Order());
    }

    [Fact]
    public void A_part_that_the_index_leaves_out_is_missed()
    {
        SmallPackage.Text(_folder, "model_index.json", """{"_class_name":"LTXPipeline"}""");
        Directory.Delete(Path.Combine(_folder, "scheduler"), true);
        Assert.Equal(["scheduler: the package has none"], ModelPackage.Read(_folder).Problems);
    }

    [Fact]
    public void Weights_that_were_never_exported_are_told_apart()
    {
        System.IO.File.Move(File("transformer"), Path.Combine(_folder, "transformer", "diffusion_pytorch_model.safetensors"));
        Assert.Equal(
            ["transformer: it has PyTorch weights (diffusion_pytorch_model.safetensors) and no model.onnx; export it to ONNX first"],
            ModelPackage.Read(_folder).Problems);
    }

    [Fact]
    public void A_file_of_weights_that_was_not_copied_is_named()
    {
        SmallPackage.Decoder().ExternalConstant("weights", 4, "model.onnx_data").Save(File("vae_decoder"));
        Assert.Equal(["vae_decoder: its file of weights model.onnx_data is missing"], ModelPackage.Read(_folder).Problems);
        SmallPackage.Text(_folder, "vae_decoder/model.onnx_data", "0123456789abcdef");
        Assert.True(ModelPackage.Read(_folder).CanRun);
    }

    [Fact]
    public void A_graph_that_is_too_new_says_how_new()
    {
        SmallPackage.Decoder().Save(File("vae_decoder"), 27);
        Assert.Equal("vae_decoder: it is of opset 27 and IR version 8; up to 26 and 13 are known", Assert.Single(ModelPackage.Read(_folder).Problems));
    }

    [Fact]
    public void A_file_that_is_damaged_or_no_graph_is_named()
    {
        System.IO.File.WriteAllText(File("transformer"), "version https://git-lfs.github.com/spec/v1");
        System.IO.File.WriteAllBytes(File("vae_decoder"), SmallPackage.Decoder().Model(17)[..40]);
        System.IO.File.WriteAllText(Path.Combine(_folder, "scheduler", "scheduler_config.json"), "{");
        var problems = ModelPackage.Read(_folder).Problems;
        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, problem => problem.StartsWith("transformer: the file is no ONNX model", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("vae_decoder: the file is no ONNX model", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("scheduler: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_scheduler_or_tokeniser_of_another_kind_is_named()
    {
        SmallPackage.Text(_folder, "scheduler/scheduler_config.json", """{"_class_name":"PNDMScheduler"}""");
        SmallPackage.Text(_folder, "tokenizer/tokenizer.json", """{"model":{"type":"WordPiece"}}""");
        var problems = ModelPackage.Read(_folder).Problems;
        Assert.Contains(problems, problem => problem.StartsWith("scheduler: the scheduler PNDMScheduler is not known", StringComparison.Ordinal));
        Assert.Contains("tokenizer: the tokenizer's model is WordPiece; Unigram is known", problems);
    }

    [Fact]
    public void A_folder_that_is_no_package_is_refused()
    {
        Assert.Throws<PackageException>(() => ModelPackage.Read(_temporary.File("nothing")));
        SmallPackage.Text(_folder, "model_index.json", "[]");
        Assert.Throws<PackageException>(() => ModelPackage.Read(_folder));
        SmallPackage.Text(_folder, "model_index.json", "{}");
        Assert.Throws<PackageException>(() => ModelPackage.Read(_folder));
    }

    [Fact]
    public void The_head_of_a_graph_says_what_the_runtime_says()
    {
        foreach (var graph in new[] { SmallPackage.TextEncoder(), SmallPackage.Denoiser(), SmallModels.Affine(2) })
        {
            var path = graph.Save(_temporary.File("graph.onnx"));
            var header = OnnxHeaderReader.Read(path);
            using var session = ModelSession.Open(path, new());
            Assert.Equal(session.Inputs.Select(Show), header.Inputs.Select(Show));
            Assert.Equal(session.Outputs.Select(Show), header.Outputs.Select(Show));
        }

        static string Show(TensorSpec spec) => $"{spec.Name} {spec.Type} {string.Join(',', spec.Shape)} {string.Join(',', spec.Axes)}";
    }

    private string File(string part) => Path.Combine(_folder, part, "model.onnx");
}
