using System.Globalization;
using Microsoft.ML.OnnxRuntime;

namespace SoraFunctions.Models.Sessions;

/// <summary>Turns settings into ONNX Runtime's options for one provider.</summary>
internal static class SessionOptionsFactory
{
    /// <summary>New options; the caller disposes them.</summary>
    /// <exception cref="OnnxRuntimeException">The provider cannot be used.</exception>
    /// <exception cref="EntryPointNotFoundException">The library was built without the provider.</exception>
    /// <exception cref="DllNotFoundException">The library is not there.</exception>
    public static SessionOptions Create(SessionSettings settings, ExecutionProvider provider, GraphOptimizationLevel optimisation)
    {
        var options = new SessionOptions();
        try
        {
            options.GraphOptimizationLevel = optimisation;
            options.IntraOpNumThreads = settings.Threads;
            options.EnableCpuMemArena = settings.CpuArena;
            options.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
            if (provider == ExecutionProvider.TensorRt)
                AppendTensorRt(options, settings);
            if (provider is ExecutionProvider.TensorRt or ExecutionProvider.Cuda)
                AppendCuda(options, settings);
            return options;
        }
        catch
        {
            options.Dispose();
            throw;
        }
    }

    private static void AppendTensorRt(SessionOptions options, SessionSettings settings)
    {
        var values = new Dictionary<string, string>
        {
            ["device_id"] = Number(settings.GpuIndex),
            ["trt_fp16_enable"] = settings.HalfPrecision ? "1" : "0",
        };
        if (settings.CacheFolder is { } folder)
        {
            var engines = Directory.CreateDirectory(Path.Combine(folder, "tensorrt")).FullName;
            values["trt_engine_cache_enable"] = "1";
            values["trt_engine_cache_path"] = engines;
            values["trt_timing_cache_enable"] = "1";
            values["trt_timing_cache_path"] = engines;
        }
        using var tensorRt = new OrtTensorRTProviderOptions();
        tensorRt.UpdateOptions(values);
        options.AppendExecutionProvider_Tensorrt(tensorRt);
    }

    private static void AppendCuda(SessionOptions options, SessionSettings settings)
    {
        var values = new Dictionary<string, string> { ["device_id"] = Number(settings.GpuIndex) };
        if (settings.GpuArenaBytes is { } limit)
        {
            values["gpu_mem_limit"] = Number(limit);
            // Doubling, the default, would step over the limit long before the memory is used.
            values["arena_extend_strategy"] = "kSameAsRequested";
        }
        using var cuda = new OrtCUDAProviderOptions();
        cuda.UpdateOptions(values);
        options.AppendExecutionProvider_CUDA(cuda);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
