namespace SoraFunctions.Models.Conversion;

/// <summary>How the window of a convolution or a pool moves.</summary>
/// <param name="Strides">Steps down and across.</param>
/// <param name="Dilations">Distances between the points of the window, down and across.</param>
/// <param name="Same">Whether the edge is padded so that each step gives a point (TensorFlow's SAME); else the window stays inside (VALID).</param>
internal sealed record Window(int[] Strides, int[] Dilations, bool Same)
{
    /// <summary>The padding as ONNX names it: TensorFlow's odd pixel of padding goes to the end.</summary>
    public string AutoPad => Same ? "SAME_UPPER" : "VALID";
}
