namespace SoraFunctions.Media.Sound.Music;

/// <summary>A bar of the score.</summary>
/// <param name="Start">Its first beat, counted from the first of the piece.</param>
/// <param name="Beats">How many it has: four, fewer before a cut that comes early.</param>
/// <param name="Section">Which stretch between two cuts it belongs to.</param>
/// <param name="InSection">How many bars of that stretch lie before it.</param>
internal sealed record Bar(int Start, int Beats, int Section, int InSection)
{
    public int End => Start + Beats;
}
