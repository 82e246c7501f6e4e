using System.Text;

namespace SoraFunctions.Models.Reading;

/// <summary>
/// Turns the recogniser's steps into text (connectionist temporal classification, the likeliest class of each step): repeats are one, and the
/// first class is a blank that parts them.
/// </summary>
internal sealed class CtcDecoder
{
    private readonly string[] _characters;

    /// <param name="characters">The characters of the classes after the blank; a space comes after the last.</param>
    public CtcDecoder(IEnumerable<string> characters) => _characters = [.. characters, " "];

    /// <summary>The classes that a step has.</summary>
    public int Classes => _characters.Length + 1;

    /// <summary>The text and the mean probability of its characters; an empty text has 0.</summary>
    /// <param name="steps">The probabilities of the classes, step by step.</param>
    public (string Text, float Confidence) Decode(ReadOnlySpan<float> steps)
    {
        var text = new StringBuilder();
        var (sum, count, previous) = (0f, 0, 0);
        for (; steps.Length >= Classes; steps = steps[Classes..])
        {
            var step = steps[..Classes];
            var best = 0;
            for (var i = 1; i < step.Length; i++)
                if (step[i] > step[best])
                    best = i;
            if (best != 0 && best != previous)
            {
                text.Append(_characters[best - 1]);
                sum += step[best];
                count++;
            }
            previous = best;
        }
        return (text.ToString(), count == 0 ? 0 : sum / count);
    }
}
