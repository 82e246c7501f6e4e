namespace SoraFunctions.Provenance.Stamping;

/// <summary>How a picture came to be: the IPTC digital source types that this service can honestly state.</summary>
public static class DigitalSourceType
{
    private const string Iptc = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    /// <summary>Made wholly by a trained generative model: the diffusion engine.</summary>
    public const string TrainedAlgorithmicMedia = Iptc + "trainedAlgorithmicMedia";

    /// <summary>
    /// Made by an algorithm that was not trained on sampled content: the simulated world engine without a product
    /// picture.
    /// </summary>
    public const string AlgorithmicMedia = Iptc + "algorithmicMedia";

    /// <summary>
    /// A mix in which at least one element is synthetic: a simulated scene with the merchant's own product picture.
    /// </summary>
    public const string CompositeSynthetic = Iptc + "compositeSynthetic";

    /// <summary>Existing media edited or extended by a trained generative model: a remix.</summary>
    public const string CompositeWithTrainedAlgorithmicMedia = Iptc + "compositeWithTrainedAlgorithmicMedia";

    /// <summary>A mix of elements, none of which is synthetic.</summary>
    public const string Composite = Iptc + "composite";

    /// <summary>Taken with a camera: the merchant's own picture or footage.</summary>
    public const string DigitalCapture = Iptc + "digitalCapture";
}
