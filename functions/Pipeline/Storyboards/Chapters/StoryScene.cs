using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Chapters;

/// <summary>Place, air and light of a run of sentences.</summary>
/// <param name="Place">Where; null where the story does not say.</param>
/// <param name="Air">What is in the air.</param>
/// <param name="Light">By the time of day.</param>
/// <param name="Begins">Its first words.</param>
internal sealed record StoryScene(Setting? Place, Atmosphere? Air, Light? Light, string Begins);
