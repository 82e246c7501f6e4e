using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>Reads a prompt in English or Chinese word by word.</summary>
internal static class BriefReader
{
    /// <summary>What a prompt asks for.</summary>
    public static Brief Read(string prompt)
    {
        var quotations = Quotations.Of(prompt);
        var (parts, before, numbered) = Headings.Split(quotations.Text);
        var whole = new WholeDraft();
        var steps = new List<Step>();
        whole.NotKnown(LeftOut.Of(quotations.Text));
        if (before.Length > 0)
        {
            // What stands before the first numbered shot holds for all of them.
            whole.Common = new StepReader(before, quotations.Quoted, whole, oneStep: true).Steps().FirstOrDefault();
        }

        foreach (var part in parts)
        {
            steps.AddRange(new StepReader(part, quotations.Quoted, whole, numbered).Steps());
        }

        return whole.Done(steps, numbered);
    }
}
