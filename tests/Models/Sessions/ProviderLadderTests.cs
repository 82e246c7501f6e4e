using Microsoft.ML.OnnxRuntime;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Tests.Sessions;

public class ProviderLadderTests
{
    private static readonly ExecutionProvider[] All = [ExecutionProvider.TensorRt, ExecutionProvider.Cuda, ExecutionProvider.Cpu];

    [Fact]
    public void The_first_provider_that_works_is_taken()
    {
        var choice = ProviderLadder.Descend(All, provider => provider.ToString());
        Assert.Equal((ExecutionProvider.TensorRt, "TensorRt"), (choice.Provider, choice.Value));
        Assert.Empty(choice.Fallbacks);
    }

    [Fact]
    public void Every_fall_keeps_its_reason()
    {
        var choice = ProviderLadder.Descend(All, provider => provider switch
        {
            ExecutionProvider.TensorRt => throw new EntryPointNotFoundException("OrtSessionOptionsAppendExecutionProvider_Tensorrt"),
            ExecutionProvider.Cuda => throw new DllNotFoundException("libcublasLt.so.13"),
            _ => 1,
        });
        Assert.Equal(ExecutionProvider.Cpu, choice.Provider);
        Assert.Equal(
            [
                new(ExecutionProvider.TensorRt, "this build of ONNX Runtime does not contain it"),
                new ProviderFallback(ExecutionProvider.Cuda, "a library that it needs could not be loaded: libcublasLt.so.13"),
            ],
            choice.Fallbacks);
    }

    [Fact]
    public void A_refusal_of_the_runtime_is_a_fall_too()
    {
        var choice = ProviderLadder.Descend(All, provider =>
            provider == ExecutionProvider.Cpu ? null : new InferenceSession("not a model"u8.ToArray()));
        Assert.Equal(ExecutionProvider.Cpu, choice.Provider);
        Assert.All(choice.Fallbacks, fallback => Assert.NotEmpty(fallback.Reason));
    }

    [Fact]
    public void A_library_that_is_not_there_at_all_is_named()
    {
        var thrown = Assert.Throws<ProvidersExhaustedException>(() => ProviderLadder.Descend<int>([ExecutionProvider.Cpu],
            _ => throw new TypeInitializationException("NativeMethods", new DllNotFoundException("libonnxruntime.so"))));
        Assert.Equal("Cpu: a library that it needs could not be loaded: libonnxruntime.so", thrown.Message);
    }

    [Fact]
    public void Other_errors_are_not_taken_for_a_missing_provider() =>
        Assert.Throws<InvalidOperationException>(() => ProviderLadder.Descend<int>(All, _ => throw new InvalidOperationException()));

    [Fact]
    public void The_runtime_reports_its_version_and_what_it_runs_on()
    {
        var report = RuntimeReport.Ask(new());
        Assert.Matches(@"^1\.\d+\.\d+$", report.Version);
        Assert.Equal((int)report.Provider!.Value, report.Fallbacks.Count);
        Assert.All(report.Fallbacks, fallback => Assert.NotEmpty(fallback.Reason));
    }
}
