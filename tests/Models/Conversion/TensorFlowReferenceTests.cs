using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using SoraFunctions.Models.Conversion;
using SoraFunctions.Models.Sessions;
using SoraFunctions.Models.Tests.Catalog;
using SoraFunctions.Models.Tests.Pictures;

namespace SoraFunctions.Models.Tests.Conversion;

/// <summary>
/// Results that TensorFlow.js 4.22.0 gave (its plain JavaScript, in 32-bit floats) for <see cref="PatternPicture"/>; a picture of that size, with
/// channels times <c>scale</c>; every so many numbers of each result.
/// </summary>
public sealed class TensorFlowReferenceTests : IDisposable
{
    private static readonly JsonElement[] _recorded =
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Conversion/tensorflow.json"))).RootElement.EnumerateArray()];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, _recorded.Length)];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Cases))]
    public void A_converted_model_gives_what_TensorFlow_gives(int index)
    {
        var recorded = _recorded[index];
        var (height, width) = (recorded.GetProperty("height").GetInt32(), recorded.GetProperty("width").GetInt32());
        var scale = recorded.GetProperty("scale").GetDouble();
        var model = TensorFlowModel.Read(InstalledModels.Package(recorded.GetProperty("model").GetString()!));
        File.WriteAllBytes(_folder.File("model.onnx"), TensorFlowConverter.Convert(model, recorded.GetProperty("output").GetString()!));

        using var session = ModelSession.Open(_folder.File("model.onnx"), new() { Providers = [ExecutionProvider.Cpu] });
        var pixels = PatternPicture.Make(width, height).Pixels.Select(channel => (float)(channel * scale)).ToArray();
        using var input = OrtValue.CreateTensorValueFromMemory(pixels, [1, height, width, 3]);
        using var results = session.Run(new Dictionary<string, OrtValue> { [session.Inputs[0].Name] = input });

        Assert.Equal(recorded.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64()), results[0].GetTensorTypeAndShape().Shape);
        var values = results[0].GetTensorDataAsSpan<float>().ToArray();
        var stride = recorded.GetProperty("stride").GetInt32();
        var expected = recorded.GetProperty("values").EnumerateArray().Select(value => value.GetSingle()).ToArray();
        var size = expected.Max(Math.Abs);
        foreach (var (at, value) in expected.Index())
            Assert.True(Math.Abs(value - values[at * stride]) <= 1e-4 * size, $"{values[at * stride]} at {at * stride}, where TensorFlow gave {value}");
    }
}
