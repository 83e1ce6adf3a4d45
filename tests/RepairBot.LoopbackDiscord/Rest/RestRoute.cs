namespace RepairBot.LoopbackDiscord.Rest;

/// <summary>One operation of the API. The template is the one Discord's own description has, which is how the two are matched.</summary>
/// <param name="Method">GET, POST, PUT, PATCH or DELETE.</param>
/// <param name="Template">The path below <c>/api/v10</c>.</param>
/// <param name="NeedsToken">False for what is authorised by a token in the path, or is open.</param>
/// <param name="Handle">Answers or throws <see cref="DiscordError"/>; runs while holding the state's gate.</param>
internal sealed record RestRoute(string Method, string Template, bool NeedsToken, Func<RestRequest, RestAnswer> Handle);
