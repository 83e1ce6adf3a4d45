using RepairBot;
using RepairBot.Configuration;

// Settings (--Section:Key value) go to the configuration; what is left is a verb with its own options.
var (settings, verb) = SettingArguments.Split(args);
return await CommandTree.For(settings).Parse(verb).InvokeAsync(CommandTree.SignalsAreTheHosts);
